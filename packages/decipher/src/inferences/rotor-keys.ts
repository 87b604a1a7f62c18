import { createAlphabet, InvalidOptionError, LATIN } from '@runnel/core'
import { sharedCosts } from '../belief/columns/costs.ts'
import { foldedIds } from '../belief/hypothesis/folded-ids.ts'
import { RotorBelief } from '../belief/rotors/rotor-belief.ts'
import { createRotorPlan } from '../belief/rotors/rotor-plan.ts'
import { parseRotorMachine } from '../keys/rotor-machine.ts'
import type { Counts } from '../language/counts/counts.ts'
import type { Finding, KeyFinder } from './key-finder.ts'
import { prepareSought, type SoughtKeys } from './prepare-sought.ts'
import { readCribs } from './read-cribs.ts'

/** Tells snapshots of this search from those of earlier ones, which held less. */
const BELIEF = 'rotors 3'

/** Letters of a crib at the least: fewer are read by chance under one start or another. */
const SHORTEST_CRIB = 5

/** Choices of seeking the start of a rotor machine. */
export interface RotorOptions {
  /**
   * The machine, as far as it is known: three wheels such as `I-II-III`, which it has unless given, or `any`, the 60 orders of
   * the army's five; before them the reflector, `B` unless given, after them the rings, `AAA` unless given, or `AA?`
   * where that of the right wheel is not known either.
   */
  readonly wheels?: string | undefined
  /** Words that are likely to occur in the plaintext, of five letters or more: `['BREAD', 'RIVER']`, or `'BREAD,RIVER'`. */
  readonly crib?: string | readonly string[] | undefined
  /** Letters in the windows at the start, as far as they are known, such as `A??`; `???` unless given. */
  readonly start?: string | undefined
  /**
   * Counts of words beside those of the decipherer, by which text without spaces is weighed, and by both text that has them:
   * from `loadCounts`, such as those that a substitution is searched with.
   */
  readonly spaceless?: Counts | undefined
}

/**
 * The starts of an Enigma without plugs, to be found while the text arrives: the option `cipher` of a decipherer with a
 * `model` of language and the `counts` of it.
 *
 * @throws InvalidOptionError when there is no such machine
 * @example
 * import { createDecipherer, type Counts } from '@runnel/decipher'
 * import { rotorKeys } from '@runnel/decipher/ciphers'
 * import type { RnnModel } from '@runnel/rnn-model'
 * const make = (model: RnnModel, counts: Counts) =>
 *   createDecipherer({ model, counts, cipher: rotorKeys({ wheels: 'any' }) })
 */
export const rotorKeys = ({
  wheels = 'I-II-III',
  start,
  crib = [],
  spaceless,
}: RotorOptions = {}): KeyFinder<Finding> => {
  const machine = parseRotorMachine(wheels, start)
  const alphabet = createAlphabet(LATIN)
  const cribs = readCribs(crib, alphabet)
  if (cribs.some(({ length }) => length < SHORTEST_CRIB)) {
    throw new InvalidOptionError('crib', String(crib), `words of ${SHORTEST_CRIB} letters or more`)
  }
  const work = { steps: 0 }
  const sought: SoughtKeys = {
    name: 'enigma',
    keys: `enigma ${JSON.stringify(machine)} ${cribs.map((letters) => letters.join()).join(' ')}${spaceless ? ` ${spaceless.id}` : ''}`,
    belief: BELIEF,
    alphabet,
    create(counts, plan) {
      const idOf = foldedIds(counts.tokenizer)
      const costs = sharedCosts(counts, spaceless)
      const rotors = createRotorPlan(machine, { counts, cribs, costs, work, idOf })
      return (saved) => new RotorBelief(rotors, plan, saved)
    },
  }
  return { name: 'enigma', steps: () => work.steps, prepare: (means) => prepareSought(sought, means) }
}
