import { InvalidOptionError } from '@runnel/core'
import { CeilingError } from './ceilings.ts'
import { type DecipherQuery, decipherQuery } from './decipher-query.ts'
import { optionsOf } from './options-of.ts'

/** Bytes of a body in JSON, and of a text that is answered as one object: both are held whole. */
export const MOST_HELD = 1024 * 1024

/** Whether a request says that its body is JSON. */
export const isJson = (request: Request): boolean =>
  /^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')

/**
 * Reads a request whose body is `{ text, cipher, key, … }`: the text, and the options, which are those of the query.
 *
 * @throws InvalidOptionError when it is no such object, or an option stands in the query too
 * @throws CeilingError when it is too large
 */
export const jsonRequest = async (
  request: Request,
  most: number,
): Promise<{ body: ReadableStream<Uint8Array>; options: DecipherQuery }> => {
  const given = objectOf(await textOf(request, Math.min(most, MOST_HELD)))
  const { text, ...options } = given
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'the text, as a string')
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
const textOf = async (request: Request, most: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > most) throw new CeilingError('body_too_large', `a body in JSON has up to ${most} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
