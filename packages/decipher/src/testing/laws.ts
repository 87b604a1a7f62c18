import { type Alphabet, type Chunk, createAlphabet, createCaesar, LATIN } from '@runnel/core'
import fc from 'fast-check'
import type { DecipherEvent } from '../session/events.ts'
import { anyBytes, anyChunks, anyText, byteChunks, shred, textChunks, textOf } from './arbitraries.ts'
import { checkEvents } from './check-events.ts'
import { same } from './same.ts'

/** A way of deciphering a stream: a session, an operator, a transform, a command, a route. */
export interface Skin {
  /** The settled text of a whole stream that arrives in chunks. */
  text(chunks: readonly Chunk[]): Promise<string>
  /** Its events, from skins that give them. */
  events?(chunks: readonly Chunk[]): Promise<DecipherEvent[]>
  /** The plaintext that is right for a whole ciphertext; of a Caesar cipher with shift 3 unless given. */
  decrypt?(ciphertext: string): string
  /** Letters of its cipher; the Latin ones unless given. What is none of them passes unchanged. */
  alphabet?: Alphabet
  /** For skins that take only text, or only bytes. */
  takes?: 'text' | 'bytes'
}

/** A promise to users, and a check that rejects when the subject breaks it. */
export interface Law<Subject = Skin> {
  name: string
  check(subject: Subject): Promise<void>
}

const chunksFor = ({ takes }: Skin): fc.Arbitrary<Chunk[]> =>
  takes === undefined ? anyChunks : takes === 'text' ? textChunks : byteChunks

const wholeFor = ({ takes }: Skin): fc.Arbitrary<string | Uint8Array> =>
  takes === undefined ? fc.oneof(anyText, anyBytes) : takes === 'text' ? anyText : anyBytes

const caesar3 = (ciphertext: string): string => createCaesar().decrypt(ciphertext, { shift: 3 })

/**
 * The laws that every skin has to keep, whatever it wraps: chunking, length, finality.
 *
 * @param numRuns random streams tried for each law
 */
export const laws = (numRuns = 200): Law[] => [
  {
    name: 'chunking: however the input is cut, the text is the same, and right',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(chunksFor(skin), async (chunks) => {
          same(await skin.text(chunks), (skin.decrypt ?? caesar3)(textOf(chunks)), 'text')
        }),
        { numRuns },
      ),
  },
  {
    name: 'chunking: one byte or one UTF-16 unit at a time gives what the whole gives',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(wholeFor(skin), async (whole) => {
          const atOnce = await skin.text([whole])
          same(await skin.text(shred(whole)), atOnce, 'text')
          same(atOnce, (skin.decrypt ?? caesar3)(textOf([whole])), 'text at once')
        }),
        { numRuns },
      ),
  },
  {
    name: 'length: one unit out for each unit in; case and all that is no letter stay',
    check: (skin) =>
      fc.assert(
        fc.asyncProperty(wholeFor(skin), async (whole) => {
          const { indexOf, letterAt } = skin.alphabet ?? createAlphabet(LATIN)
          // Each letter as the first one of the alphabet, in its case.
          const form = (text: string) =>
            Array.from(text.split(''), (unit) => {
              const isLetter = indexOf(unit.charCodeAt(0)) !== -1
              return isLetter ? letterAt(0, unit.charCodeAt(0)) : unit
            })
          same(form(await skin.text([whole])), form(textOf([whole])), 'form')
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
        fc.asyncProperty(chunksFor(skin), async (chunks) => {
          checkEvents(await events(chunks), textOf(chunks), skin.alphabet)
        }),
        { numRuns },
      )
    },
  },
]
