import { type Chunk, createAtbash, createCaesar, createRandom, InvalidOptionError } from '@runnel/core'
import { describe, expect, test } from 'vitest'
import type { Belief } from '../belief/belief.ts'
import { createDecipherer } from '../decipherer.ts'
import { finish } from '../in-steps.ts'
import { keyFamilyOf } from '../keys/index.ts'
import { finalText } from '../pipelines/streams.ts'
import type { DecipherEvent } from '../session/events.ts'
import { inSteps } from '../session/stepped-session.ts'
import { allEvents, createBigramModel, createSampleCounts, laws, sessionLaws } from '../testing/index.ts'
import { bounded, createAuto } from './auto.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import { prepareKeySearch } from './key-search.ts'
import { languageModelOf } from './language-model-of.ts'

const plaintext =
  'the river comes down from the hills in spring and carries the snow of the winter with it to the sea. '
const model = createBigramModel(plaintext.repeat(3))
const counts = await createSampleCounts(plaintext.repeat(3))
const random = createRandom(29)
/** Letters of which each comes as often as any other. */
const even = (letters: number): string =>
  Array.from({ length: letters }, (_, at) => String.fromCharCode(97 + ((at * 7 + (at % 3)) % 26))).join('')
const gibberish = (letters: number): string =>
  Array.from({ length: letters }, () => String.fromCharCode(97 + random.integer(26))).join('')
const mirrored = createAtbash().encrypt(plaintext.repeat(2), {})

/** Keys that can be listed, as if they were dear. */
const atbash: KeyFinder<Finding> = {
  name: 'atbash',
  prepare: ({ model: net, options }) =>
    prepareKeySearch(languageModelOf(net, 'atbash'), keyFamilyOf('atbash'), options),
}
const bounds = { after: 20, trial: 60 }

/** A decipherer with such keys, and what they have read. */
const watched = () => {
  const read: string[] = []
  const finder: KeyFinder<Finding> = {
    ...atbash,
    prepare(means) {
      const found = atbash.prepare(means)
      return {
        ...found,
        createKeys(saved) {
          const keys = found.createKeys(saved)
          const noting: Pick<Belief, 'read'> = {
            read(symbol, ...rest) {
              read.push(String.fromCharCode(symbol.unit))
              return keys.read(symbol, ...rest)
            },
          }
          return new Proxy(keys, {
            get: (target, name) => {
              if (name === 'read') return noting.read
              const value = Reflect.get(target, name, target)
              return typeof value === 'function' ? value.bind(target) : value
            },
          })
        },
      }
    },
  }
  return {
    read,
    decipherer: createDecipherer({
      model,
      counts,
      cipher: createAuto({ listed: 'caesar', beyond: [bounded(finder, bounds)] }),
    }),
  }
}

test('a search that waits reads all of a text from its beginning, once some letters have come more often than others', () => {
  const { read, decipherer } = watched()
  const session = decipherer.createSession()
  const before = mirrored.slice(0, mirrored.search(/(?<=(?:[a-z][^a-z]*){19})[a-z]/))
  session.push(before)
  expect(read).toEqual([])
  const rest = mirrored.slice(before.length)
  const told = [...session.push(rest), ...session.flush()]
  expect(read.join('')).toBe(mirrored)
  expect(told.at(-1)).toMatchObject({ type: 'done', cipher: 'atbash' })
})

test('text whose letters come alike often it does not read at all', () => {
  const { read, decipherer } = watched()
  expect(allEvents(decipherer, [even(400)]).at(-1)).toMatchObject({ type: 'done', cipher: 'unknown' })
  expect(read).toEqual([])
})

test('text that it does not explain it reads for so many letters', () => {
  const { read, decipherer } = watched()
  const uneven = gibberish(600).replace(/[a-m]/g, 'q')
  decipherer.createSession().push(uneven)
  expect(read.length).toBeGreaterThanOrEqual(20)
  expect(read.length).toBeLessThanOrEqual(bounds.trial)
})

test('bounds that no search can keep to are refused', () => {
  for (const [after, trial] of [
    [7, 60],
    [129, 256],
    [20.5, 60],
    [40, 39],
  ]) {
    expect(() => bounded(atbash, { after, trial })).toThrow(InvalidOptionError)
  }
})

describe('sessions', () => {
  const cipher = createAuto({ listed: 'caesar', beyond: [bounded(atbash, bounds)] })
  const decipherer = createDecipherer({ model, counts, cipher })
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const { alphabet } = createCaesar()
  test.each(laws(3))('$name', ({ check }) => check({ events, text, decrypt, alphabet }))
  const own = sessionLaws(1).filter(({ name }) => !name.includes('cut short'))
  test.each(own)('$name', ({ check }) => check({ decipherer, decrypt, snapshotBytes: 40 * 1024 }))

  test('one that moves while its search waits, or takes its steps one by one, goes on as if never interrupted', () => {
    const pieces = mirrored.match(/.{1,3}/g) ?? []
    const whole = allEvents(decipherer, pieces)
    const stepped = decipherer.createSession()
    let moving = decipherer.createSession()
    const [moved, told]: DecipherEvent[][] = [[], []]
    for (const piece of pieces) {
      moving = decipherer.createSession(moving.snapshot())
      moved.push(...moving.push(piece))
      told.push(...finish(inSteps(stepped).push(piece)))
    }
    expect([...moved, ...moving.flush()]).toEqual(whole)
    expect([...told, ...stepped.flush()]).toEqual(whole)
    expect(whole.at(-1)).toMatchObject({ type: 'done', cipher: 'atbash' })
  })
})
