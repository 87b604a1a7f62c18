import { createCaesar } from '@runnel/core'
import fc from 'fast-check'
import type { DecipherEvent } from '../events.ts'
import { anyText, chunked } from './arbitraries.ts'

/** A way of deciphering, under a Caesar shift of 3: a session, an operator, a stream, a command. */
export interface Skin {
  /** The settled text of a whole stream that arrives in chunks. */
  text(chunks: readonly (string | Uint8Array)[]): Promise<string>
  /** Its events, from skins that give them. */
  events?(chunks: readonly (string | Uint8Array)[]): Promise<DecipherEvent[]>
}

/** A promise to users, and a check that rejects when a skin breaks it. */
export interface Law {
  name: string
  check(skin: Skin): Promise<void>
}

const decrypt = (ciphertext: string): string => createCaesar().decrypt(ciphertext, { shift: 3 })

const same = (received: unknown, expected: unknown, what: string): void => {
  const [a, b] = [JSON.stringify(received), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what}: expected ${b}, received ${a}`)
}

/** The laws that every skin has to keep, whatever it wraps. */
export const laws = (numRuns = 200): Law[] => [
  {
    name: 'chunking: however the input is cut, the text is the same, and right',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(chunked, async ({ text, chunks }) => {
          same(await skin.text(chunks), decrypt(text), 'text')
        }),
        { numRuns },
      ),
  },
  {
    name: 'chunking: one byte at a time, and one UTF-16 unit at a time',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const bytes = new TextEncoder().encode(text)
          same(
            await skin.text(Array.from(bytes, (byte) => Uint8Array.of(byte))),
            decrypt(new TextDecoder().decode(bytes)),
            'bytes',
          )
          same(await skin.text(text.split('')), decrypt(text), 'units')
        }),
        { numRuns },
      ),
  },
  {
    name: 'length: one unit out for each unit in; case and all that is no letter stay',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const form = (s: string) => s.replace(/[a-z]/g, 'x').replace(/[A-Z]/g, 'X')
          same(form(await skin.text([text])), form(text), 'form')
        }),
        { numRuns },
      ),
  },
  {
    name: 'finality: finals follow one another without gap or overlap, split no pair, and cover the input',
    check: async (skin) => {
      const { events } = skin
      if (!events) return
      await fc.assert(
        fc.asyncProperty(chunked, async ({ text, chunks }) => {
          const told = await events(chunks)
          let end = 0
          for (const event of told) {
            if (event.type !== 'final') continue
            same(event.start, end, 'start of a final')
            if (/^[\udc00-\udfff]/.test(event.text) && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) {
              throw new Error('a final splits a surrogate pair')
            }
            end += event.text.length
          }
          same(end, text.length, 'end of the last final')
          same(told.at(-1)?.type, 'done', 'last event')
          same(told.at(-1)?.start, text.length, 'start of done')
        }),
        { numRuns },
      )
    },
  },
]
