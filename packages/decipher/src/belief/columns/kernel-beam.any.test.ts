import { createGronsfeld, createVigenere, createXor, xorKeyOf } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { createPeriodicFamily, type PeriodicCipher } from '../../keys/periodic-family.ts'
import { createSampleCounts } from '../../testing/sample-counts.ts'
import { foldedIds } from '../hypothesis/folded-ids.ts'
import { SoughtText } from '../locked/sought-text.ts'
import { createColumnPlan } from './column-plan.ts'
import { sharedCosts } from './costs.ts'
import { createProblem, readAs } from './create-problem.ts'
import { KernelBeam, openKernelBeam } from './kernel-beam.ts'
import { createLanes, extendLanes, type Lane } from './lane.ts'
import type { Problem } from './problem.ts'
import { ScriptBeam } from './script-beam.ts'
import { solve } from './solve.ts'
import { type HowMuch, troubleOf } from './trouble.ts'

const plaintext = 'The boat came down the river, and the men on the water saw it. Nobody asked.'
const latin = 'abcdefghijklmnopqrstuvwxyz'
const counts = await createSampleCounts(`${plaintext.toLowerCase()} `.repeat(3))
// More symbols than 32: costs of one that follows three others do not lie in one row.
const larger = await createSampleCounts(plaintext.toLowerCase(), `äöüßéèà${latin}`)
const xor = createXor()
const families = {
  vigenere: { cipher: createVigenere(), values: latin.toUpperCase() },
  gronsfeld: { cipher: createGronsfeld(), values: '0123456789' },
  xor: { cipher: xor, values: xor.alphabet.letters, spell: (key) => xorKeyOf(key).key },
} satisfies Record<string, PeriodicCipher>
type Name = keyof typeof families

/** A ciphertext as columns have it, and its lanes. */
const columnsOf = (name: Name, ciphertext: string, { isSpaced = true, language = counts } = {}) => {
  const { cipher } = families[name]
  const plan = createColumnPlan({
    family: createPeriodicFamily(families[name]),
    counts: language,
    costs: sharedCosts(language),
    work: { steps: 0 },
    idOf: foldedIds(language.tokenizer),
    decrypt: (text, key) => cipher.decrypt(text, key),
  })
  const { alphabet } = plan
  const text = new SoughtText({ alphabet: alphabet.family.alphabet, idOf: alphabet.idOf })
  const lanes = createLanes(alphabet)
  for (const unit of ciphertext) if (text.push(unit.charCodeAt(0))) extendLanes(lanes, text, alphabet)
  return { problem: readAs(plan, createProblem(plan, text), isSpaced), lanes }
}

/** The keys that are found in each lane, by kernels and without. */
const bothOf = (problem: Problem, lanes: readonly Lane[], howMuch: HowMuch) => {
  const trouble = troubleOf(problem, howMuch)
  const seen = (found: ReturnType<typeof solve>) => found.map(({ key, cost }) => ({ key: [...key], cost }))
  return lanes.map((lane) => ({
    kernels: seen(solve(problem, lane, trouble)),
    script: seen(solve(problem, lane, trouble, new ScriptBeam(problem, lane))),
  }))
}
const expectAlike = (...columns: Parameters<typeof bothOf>): void => {
  for (const { kernels, script } of bothOf(...columns)) {
    expect(script).not.toEqual([])
    expect(kernels).toEqual(script)
  }
}

test('there are kernels here', () => {
  expect(openKernelBeam()).toBeInstanceOf(KernelBeam)
})

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')
const encrypted = (name: Name, text: string, key: string): string =>
  families[name].cipher.encrypt(text, { key })

test.each<[string, ReturnType<typeof columnsOf>]>([
  ['text as it is written', columnsOf('vigenere', encrypted('vigenere', plaintext, 'RIVERBED'))],
  [
    'text without spaces',
    columnsOf('vigenere', encrypted('vigenere', lettersOf(plaintext), 'RIVERBED'), { isSpaced: false }),
  ],
  ['few values', columnsOf('gronsfeld', encrypted('gronsfeld', plaintext, '31415'))],
  ['bytes', columnsOf('xor', xor.encrypt(plaintext, xor.parseKey('0x00ff804581')))],
  ['many symbols', columnsOf('vigenere', encrypted('vigenere', plaintext, 'MILL'), { language: larger })],
  [
    'as much text as there may be',
    columnsOf('vigenere', encrypted('vigenere', plaintext.repeat(9), 'DC').slice(0, 512)),
  ],
])('kernels find what is found without, at every period: %s', (_, { problem, lanes }) => {
  expectAlike(problem, lanes.filter(({ isListed }) => !isListed).slice(0, 40), 'some')
  expectAlike(problem, [lanes[4], lanes[9]], 'all')
})

test('kernels change from one language to another', () => {
  const ciphertext = encrypted('vigenere', plaintext, 'RIVERBED').slice(0, 30)
  const columns = [counts, larger, counts].map((language) => columnsOf('vigenere', ciphertext, { language }))
  for (const { problem, lanes } of columns) expectAlike(problem, lanes.slice(6, 9), 'little')
})

test('a text of one letter, all of whose keys but one read alike, is filled in the same order', () => {
  const { problem, lanes } = columnsOf('vigenere', 'a'.repeat(60))
  expectAlike(problem, lanes.slice(0, 20), 'little')
})
