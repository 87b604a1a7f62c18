import fc from 'fast-check'
import type { Belief } from '../belief/belief.ts'
import { createSymbolTable } from '../keys/symbol.ts'
import { SectionReader, SectionWriter } from '../saving/sections.ts'
import { anyText } from './arbitraries.ts'
import type { Law } from './laws.ts'
import { same } from './same.ts'

/** A way to believe. */
export interface BeliefSubject {
  /** The characters that its keys read as others. */
  symbols: string
  /** Starts a belief, or goes on from what one saved. */
  create(saved?: SectionReader): Belief
}

/** A stretch of text as the symbols that a belief reads. */
const symbolsOf = ({ symbols }: BeliefSubject, text: string) => {
  const { indexOf } = createSymbolTable(symbols)
  return Array.from({ length: text.length }, (_, position) => {
    const unit = text.charCodeAt(position)
    return { unit, index: indexOf(unit), position }
  })
}

/** A text, to be read by keys from the start. */
const BEGINNING = 'Aol tvyupun, 42'

/** All that a belief says of the text so far. */
const saysOf = (belief: Belief, symbols: ReturnType<typeof symbolsOf>) => ({
  key: JSON.stringify(belief.key),
  probability: belief.probability,
  doubt: belief.doubt,
  isCertain: belief.isCertain,
  possibleKeys: belief.possibleKeys().map(({ read, ...key }) => ({ ...key, text: read(BEGINNING) })),
  readings: symbols.map((symbol) => belief.reading(symbol)),
})

const moved = (subject: BeliefSubject, belief: Belief): Belief => {
  const writer = new SectionWriter()
  belief.save(writer)
  belief.free()
  const sections = SectionReader.of(writer.bytes())
  const restored = subject.create(sections)
  sections.end()
  return restored
}

/** The laws of beliefs: probabilities are probabilities, saving and forgetting change nothing. */
export const beliefLaws = (numRuns = 50): Law<BeliefSubject>[] => [
  {
    name: 'probability: that of a key and of a reading lie between 0 and 1, that of a symbol above 0',
    check: async (subject) =>
      fc.assert(
        fc.property(anyText, (text) => {
          const belief = subject.create()
          for (const symbol of symbolsOf(subject, text)) {
            // A better explanation of symbols before may make a symbol likelier than certain.
            const read = belief.read(symbol)
            same(read > 0 && read < Number.POSITIVE_INFINITY, true, 'probability of a symbol')
            const seen = [belief.probability, belief.probabilityOf(belief.reading(symbol), symbol)]
            // Weights sum to 1 but for rounding, to float32 at the worst.
            same(
              seen.filter((value) => !(value >= 0 && value < 1 + 1e-6)),
              [],
              'no probabilities',
            )
          }
          belief.free()
        }),
        { numRuns },
      ),
  },
  {
    name: 'possible keys: the best key is one of them, and together they are certain',
    check: async (subject) =>
      fc.assert(
        fc.property(anyText, (text) => {
          const belief = subject.create()
          for (const symbol of symbolsOf(subject, text)) {
            belief.read(symbol)
            const keys = belief.possibleKeys()
            const names = keys.map(({ cipher, key }) => JSON.stringify({ cipher, key }))
            same(names.includes(JSON.stringify(belief.key)), true, 'the best key is possible')
            const total = keys.reduce((sum, { probability }) => sum + probability, 0)
            // Those just dropped are missing: each of a thousand may have had 1e-4.
            same(total > 0.9 && total < 1 + 1e-5, true, `possible keys sum to ${total}`)
            same(
              keys.map(({ read }) => read(BEGINNING).length).every((length) => length === BEGINNING.length),
              true,
              'length',
            )
          }
          belief.free()
        }),
        { numRuns },
      ),
  },
  {
    name: 'saving: a belief that moves after every symbol says what one that stays says',
    check: async (subject) =>
      fc.assert(
        fc.property(anyText, (text) => {
          const symbols = symbolsOf(subject, text)
          const staying = subject.create()
          let moving = subject.create()
          symbols.forEach((symbol, i) => {
            same(moving.read(symbol), staying.read(symbol), 'probability of a symbol')
            moving = moved(subject, moving)
            const read = symbols.slice(0, i + 1)
            same(saysOf(moving, read), saysOf(staying, read), 'belief')
          })
          staying.free()
          moving.free()
        }),
        { numRuns },
      ),
  },
  {
    name: 'forgetting: text that is settled has no say in the text after it',
    check: async (subject) =>
      fc.assert(
        fc.property(anyText, (text) => {
          const symbols = symbolsOf(subject, text)
          const [keeping, forgetting] = [subject.create(), subject.create()]
          symbols.forEach((symbol, i) => {
            same(forgetting.read(symbol), keeping.read(symbol), 'probability of a symbol')
            forgetting.forget(Math.max(0, i - 3))
            const left = symbols.slice(Math.max(0, i - 3), i + 1)
            same(saysOf(forgetting, left), saysOf(keeping, left), 'belief')
          })
          keeping.free()
          forgetting.free()
        }),
        { numRuns },
      ),
  },
]
