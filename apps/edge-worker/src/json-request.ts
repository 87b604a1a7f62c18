import { InvalidOptionError } from '@runnel/core'
import { CeilingError, type Ceilings } from './ceilings.ts'
import { type DecipherQuery, decipherQuery } from './decipher-query.ts'
import { optionsOf } from './options-of.ts'
import { readWhole } from './read-whole.ts'

/** Bytes of a body in JSON, and of a text that is answered as one object: both are held whole. */
export const MOST_HELD = 1024 * 1024

/** Whether a request says that its body is JSON. */
export const isJson = (request: Request): boolean =>
  /^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')

/** Ceilings of a request in JSON, and the memory that it holds. */
export interface JsonTerms {
  ceilings: Pick<Ceilings, 'bodyBytes' | 'idle' | 'queryLength'>
  /** Told of the bytes that come, before they are kept; may throw. */
  hold(bytes: number): void
}

/**
 * Reads a request whose body is `{ text, cipher, key, … }`: the text, and the options, which are those of the query.
 *
 * @throws InvalidOptionError when it is no such object, or an option stands in the query too
 * @throws CeilingError when it is too large, or takes too long to arrive
 * @throws HTTPException when it breaks off
 */
export const jsonRequest = async (
  request: Request,
  { ceilings, hold }: JsonTerms,
): Promise<{ body: ReadableStream<Uint8Array>; options: DecipherQuery }> => {
  const given = objectOf(await textOf(request, ceilings, hold))
  const { text, ...options } = given
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'the text, as a string')
  checkLength(options, ceilings.queryLength)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(query, name)) {
      throw new InvalidOptionError(name, query[name], 'it in the query or in the body, not in both')
    }
  }
  return {
    body: new Blob([text]).stream(),
    options: optionsOf(decipherQuery(), {
      ...query,
      ...Object.fromEntries(Object.entries(options).map(asText)),
    }),
  }
}

/** Options may be no longer than in a query: what they ask for is worked out at once, and charged to nobody. */
const checkLength = (options: Readonly<Record<string, unknown>>, most: number): void => {
  let length = 0
  for (const name of Object.keys(options)) {
    const value = options[name]
    length += name.length + (typeof value === 'string' ? value.length : 1)
    if (length > most)
      throw new CeilingError('body_too_large', `options have up to ${most} characters together`)
  }
}

/** An option as a query has it: numbers as text. */
const asText = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  typeof value === 'number' ? String(value) : value,
]

const objectOf = (json: string): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {}
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  const shown = json.length > 40 ? `${json.slice(0, 40)}…` : json
  throw new InvalidOptionError('body', shown, 'JSON such as {"text":"Khoor","cipher":"caesar"}')
}

/** The text of a body, which is read no further than it may be long. */
const textOf = async (
  request: Request,
  { bodyBytes, idle }: JsonTerms['ceilings'],
  hold: JsonTerms['hold'],
): Promise<string> => {
  const bytes = Math.min(bodyBytes, MOST_HELD)
  const tooLarge = () => new CeilingError('body_too_large', `a body in JSON has up to ${bytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > bytes) throw tooLarge()
  const whole = await readWhole(request.body, {
    bytes,
    tooLarge,
    time: idle,
    tooSlow: () => new CeilingError('took_too_long', `a body in JSON takes up to ${idle / 1000} s to arrive`),
    take: hold,
  })
  return new TextDecoder().decode(whole)
}
