import {
  type Chunk,
  ciphers,
  createAlphabet,
  createAtbash,
  createCaesar,
  createCipher,
  createRandom,
  createRot47,
  PRINTABLE,
} from '@runnel/core'
import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, expect, test } from 'vitest'
import { createDecipherer, type DecipherOptions } from '../decipherer.ts'
import { enumerateKeys } from '../keys/enumerate-keys.ts'
import { joinKeySpaces } from '../keys/join-key-spaces.ts'
import { keyFamilies } from '../keys/key-families.ts'
import { plainKeys } from '../keys/plain.ts'
import { finalText } from '../pipelines/streams.ts'
import {
  allEvents,
  createBigramModel,
  createRecallingModel,
  createSampleCounts,
  laws,
  sessionLaws,
  toySubstitution,
  toyVigenere,
} from '../testing/index.ts'

const engine = await loadDefaultEngine()
const language = createRecallingModel(engine, { kind: 'language' })
const onArrays = createRecallingModel(undefined, { kind: 'language' })
const recogniser = createRecallingModel(engine, { kind: 'recognise-key', cipher: 'caesar', keys: 26 })
const three = enumerateKeys(createCaesar(), [{ shift: 0 }, { shift: 3 }, { shift: 13 }])
const four = joinKeySpaces('four', [
  [plainKeys(), 1],
  [enumerateKeys(createCaesar()), 4],
  [enumerateKeys(createAtbash()), 1],
  [enumerateKeys(createRot47()), 1],
])
const counts = await createSampleCounts()
const often = { keyChange: { rate: 0.02 } }

/** Options, and keys that they weigh. */
const subjects: Record<string, [DecipherOptions, keys: number]> = {
  'caesar, every key change expected': [{ model: language, cipher: 'caesar', ...often }, 26],
  'caesar, none expected': [{ model: language, cipher: 'caesar', keyChange: { rate: 0 } }, 26],
  'caesar, text held long': [
    { model: language, cipher: 'caesar', commit: { probability: 1, maxDelay: 9 }, ...often },
    26,
  ],
  'caesar, text never held': [{ model: language, cipher: 'caesar', commit: { maxDelay: 0 } }, 26],
  'three keys, on typed arrays': [{ model: onArrays, cipher: three, ...often }, 3],
  'ciphers side by side': [{ model: language, cipher: four, ...often }, 28],
  'caesar, with counts': [{ model: language, counts, cipher: 'caesar', ...often }, 26],
  'an open key, with counts': [{ model: language, counts, cipher: toySubstitution(), ...often }, 6],
  'a recogniser': [{ model: recogniser }, 26],
  'a family with a phase': [{ model: language, cipher: toyVigenere(4), ...often }, 64],
  'a family with a phase, watch off': [{ model: language, cipher: toyVigenere(4), watch: 'off' }, 64],
  'a family with an open key': [{ model: language, cipher: toySubstitution(), ...often }, 6],
}

/**
 * The size stated in docs/live-inference.md, for a net of 36 numbers that gives 31. A phase or an open key may leave a
 * run of its own for each unit that waits: 8 for each letter that may.
 */
const snapshotBytes = (name: string, keys: number): number => {
  const runs = name.startsWith('a family') || name.startsWith('an open key') ? 10 * 8 * 129 : 0
  const remembered = name.endsWith('with counts') ? 4 * 19 : 0
  return 1420 + 16 * 129 + 2 * (keys + 13) * (140 + 4 * (36 + 31) + runs + remembered)
}

describe.each(Object.entries(subjects))('%s', (name, [options, keys]) => {
  const decipherer = createDecipherer(options)
  const events = async (chunks: readonly Chunk[]) => allEvents(decipherer, chunks)
  const text = async (chunks: readonly Chunk[]) => finalText(await events(chunks))
  /** Nothing is right or wrong for a net without sense: what it gives for the whole at once has to come again. */
  const decrypt = (ciphertext: string): string => finalText(allEvents(decipherer, [ciphertext]))
  const skin = { events, text, decrypt }
  // ROT47 moves whatever prints, between the cases too; letters are counted as Latin ones all the same.
  const moved = name === 'ciphers side by side' ? { alphabet: createAlphabet(PRINTABLE) } : {}
  const own =
    typeof options.cipher === 'object' && 'alphabet' in options.cipher
      ? { alphabet: options.cipher.alphabet }
      : {}

  test.each(laws(4))('$name', ({ name: law, check }) =>
    check({ ...skin, ...own, ...(law.startsWith('length') && moved) }),
  )
  test.each(sessionLaws(3))('$name', ({ check }) =>
    check({ decipherer, decrypt, snapshotBytes: snapshotBytes(name, keys) }),
  )
})

test('resume: every cipher of auto, at every letter, those too whose symbols are likelier than their tokens', () => {
  const decipherer = createDecipherer({ model: createBigramModel(), cipher: 'auto' })
  const plaintext = 'The morning was cold, and the boat had not come.'
  for (const name of Object.keys(ciphers)) {
    if (!(keyFamilies[name]?.share > 0)) continue
    const cipher = createCipher(name)
    const ciphertext = cipher.encrypt(plaintext, cipher.generateKey(createRandom(7)))
    let session = decipherer.createSession()
    let text = ''
    for (const unit of ciphertext) {
      session = decipherer.createSession(session.snapshot())
      text += finalText(session.push(unit))
    }
    expect([name, text + finalText(session.flush())]).toEqual([name, plaintext])
  }
})
