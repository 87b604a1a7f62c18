import { createClient } from '@runnel/client'
import { createDecipherer, finalText, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { quantile } from './statistics.ts'

/** One long body. */
export interface BodyOptions {
  url: URL
  ciphertext: string
  rounds: number
  signal: AbortSignal
  onProgress(rounds: number): void
}

/** Milliseconds it took: medians of the rounds, and of the ratios of each round. */
export interface BodyFindings {
  bytes: number
  overHttp: number
  inProcess: number
  ratio: number
  same: boolean
}

const PIECE = 16 * 1024

/** Deciphers a body over HTTP and in this process, by turns. */
export const decipherBodies = async (options: BodyOptions): Promise<BodyFindings> => {
  const { url, ciphertext, rounds, signal, onProgress } = options
  const decipherer = createDecipherer({
    model: await loadModel(await findModel('english')),
    counts: await loadCounts(await findCounts('english')),
  })
  const client = createClient({ url })
  const inProcess = async (): Promise<string> => {
    const session = decipherer.createSession()
    let text = ''
    for (let i = 0; i < ciphertext.length; i += PIECE) {
      text += finalText(session.push(ciphertext.slice(i, i + PIECE)))
    }
    text += finalText(session.flush())
    session.free()
    return text
  }
  const overHttp = async (): Promise<string> => {
    let text = ''
    for await (const piece of client.decipher(ciphertext, { signal })) text += piece
    return text
  }
  // Both warm: compiled, and with the model loaded.
  let same = (await inProcess()) === (await overHttp())
  const times: { here: number; there: number }[] = []
  while (times.length < rounds && !signal.aborted) {
    const start = performance.now()
    const here = await inProcess()
    const middle = performance.now()
    const there = await overHttp()
    same &&= here === there
    times.push({ here: middle - start, there: performance.now() - middle })
    onProgress(times.length)
  }
  return {
    bytes: new TextEncoder().encode(ciphertext).length,
    overHttp: quantile(
      times.map(({ there }) => there),
      0.5,
    ),
    inProcess: quantile(
      times.map(({ here }) => here),
      0.5,
    ),
    ratio: quantile(
      times.map(({ here, there }) => there / here),
      0.5,
    ),
    same,
  }
}
