import type { RunningWorkerd } from '../run-workerd.ts'
import type { BulkMessage } from './bulk-messages.ts'

/** Findings about the results of a job. */
export interface ResultFindings {
  /** Messages without a result, and with more than one. */
  lost: number
  doubled: number
  /** Results that differ from the service's answer to the same message. */
  different: number
  /** Lines that are no message, and failed as such. */
  refused: number
}

/** Compares all that a job has stored with its messages, and with the answers of the service to them. */
export const checkResults = async (
  workerd: RunningWorkerd,
  results: string,
  messages: readonly BulkMessage[],
): Promise<ResultFindings> => {
  const counts = new Map<string, number>()
  const findings: ResultFindings = { lost: 0, doubled: 0, different: 0, refused: 0 }
  const expected = expectations(workerd.url)
  const texts = new Map(messages.map(({ id, text }) => [id, text]))
  for await (const line of resultLines(workerd, results)) {
    const { id, ...rest } = JSON.parse(line)
    const text = texts.get(id)
    if (text === undefined) {
      findings.refused += rest.error?.code === 'invalid_option' ? 1 : 0
      continue
    }
    counts.set(id, (counts.get(id) ?? 0) + 1)
    if (JSON.stringify(rest) !== (await expected(text))) findings.different++
  }
  for (const { id, text } of messages) {
    const count = counts.get(id) ?? 0
    if (text !== undefined && count === 0) findings.lost++
    if (count > 1) findings.doubled++
  }
  return findings
}

/** Answers of the service, each asked for once. */
const expectations = (url: URL) => {
  const answers = new Map<string, string>()
  return async (text: string): Promise<string> => {
    let answer = answers.get(text)
    if (answer === undefined) {
      const response = await fetch(new URL('/v1/decipher', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      })
      answer = await response.text()
      answers.set(text, answer)
    }
    return answer
  }
}

async function* resultLines(workerd: RunningWorkerd, results: string): AsyncGenerator<string> {
  const bucket = await workerd.bucket('BUCKET')
  let cursor: string | undefined
  do {
    const page = await bucket.list({ prefix: `${results}parts/`, ...(cursor && { cursor }) })
    for (const { key } of page.objects) {
      const object = await bucket.get(key)
      for (const line of ((await object?.text()) ?? '').split('\n')) if (line !== '') yield line
    }
    cursor = page.truncated ? page.cursor : undefined
  } while (cursor !== undefined)
}
