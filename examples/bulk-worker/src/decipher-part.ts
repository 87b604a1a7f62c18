import { BETWEEN_ROUNDS } from './constants.ts'
import { decipherLine, type Result, type Service } from './decipher-line.ts'
import type { Part } from './job-store.ts'
import { bytesFor, linesOf } from './lines.ts'
import { addTallies, emptyTally, type Tally } from './tally.ts'

/**
 * Deciphers the lines of a part and stores their results in one object. The same part gives the same object, byte for
 * byte, so it may be done twice, at once too.
 *
 * @throws Error when the input is not what it was, or another try may go better
 */
export const decipherPart = async (service: Service, bucket: R2Bucket, part: Part): Promise<Tally> => {
  const { key, etag, results, options } = part
  const input = await bucket.get(key, { range: bytesFor(part), onlyIf: { etagMatches: etag } })
  if (!input || !('body' in input)) throw new Error(`${key} has changed, or is gone, since the job began`)
  let tally = emptyTally()
  let output = ''
  for (const [i, line] of linesOf(await input.bytes(), part).entries()) {
    // Whatever came meanwhile is heard: requests to the same isolate.
    if (i % BETWEEN_ROUNDS === 0) await new Promise((go) => setTimeout(go))
    const result = await decipherLine(service, line, { key, options })
    tally = addTallies(tally, tallyOf(result))
    output += `${JSON.stringify(result)}\n`
  }
  await bucket.put(results, output)
  return tally
}

const tallyOf = ({ error, cipher = 'unknown', letters = 0 }: Result): Tally =>
  error
    ? { ...emptyTally(), messages: 1, failed: { [error.code]: 1 } }
    : { ...emptyTally(), messages: 1, deciphered: 1, letters, ciphers: { [cipher]: 1 } }
