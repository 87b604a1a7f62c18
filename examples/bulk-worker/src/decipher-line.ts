import { problemWords } from '@runnel/edge-worker/problem'
import { LONGEST_LINE } from './constants.ts'
import type { Line } from './lines.ts'

/** Outcome of a line: the answer of `/v1/decipher` as one object, or its error. */
export interface Result {
  id: string | number
  text?: string
  cipher?: string
  letters?: number
  error?: { code: string; title: string; detail: string }
}

/** The service, asked within the worker. */
export type Service = (request: Request) => Response | Promise<Response>

/** Where lines are from, and the options that hold for all of them. */
export interface LineSource {
  key: string
  options: Readonly<Record<string, string>>
}

/**
 * Deciphers a line by asking the service, so that options, budgets and errors are those of `/v1/decipher`. A line of
 * `.ndjson` and `.jsonl` is the JSON body of a request, with options of its own and an `id`; any other is the text.
 *
 * @throws Error where another try may go better
 */
export const decipherLine = async (service: Service, line: Line, source: LineSource): Promise<Result> => {
  const { id = `${source.key}:${line.offset}`, body } = requestOf(line, source)
  if (line.isTooLong) {
    const detail = `a line has up to ${LONGEST_LINE} bytes`
    return { id, error: { code: 'line_too_long', title: 'Content Too Large', detail } }
  }
  const answer = await service(
    new Request('https://bulk/v1/decipher', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  )
  if (answer.status === 429 || answer.status === 503) {
    throw new Error(`${source.key}, byte ${line.offset}: ${await answer.text()}`)
  }
  try {
    const told = (await answer.json()) as Omit<Result, 'id'> & NonNullable<Result['error']>
    if (answer.ok) return { id, ...told }
    const { code, title, detail } = told
    return { id, error: { code, title, detail } }
  } catch (error) {
    // An answer that has begun breaks off.
    return { id, error: problemWords(error) }
  }
}

const requestOf = ({ text }: Line, { key, options }: LineSource): { id?: string | number; body: string } => {
  if (!/\.(ndjson|jsonl)$/.test(key)) return { body: JSON.stringify({ ...options, text }) }
  const message = objectOf(text)
  // What is no object the service refuses in its own words.
  if (!message) return { body: text }
  const { id, ...rest } = message
  return {
    ...((typeof id === 'string' || typeof id === 'number') && { id }),
    body: JSON.stringify({ ...options, ...rest }),
  }
}

const objectOf = (json: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
