import { type Cipher, LATIN } from '@runnel/core'
import { createEnigma, type EnigmaKey } from '@runnel/core/ciphers'
import type { NamedKey } from '../../keys/key-family.ts'
import type { RotorMachine } from '../../keys/rotor-machine.ts'
import type { Counts } from '../../language/counts/counts.ts'
import type { Costs } from '../columns/costs.ts'
import { createCostOf } from '../columns/powers.ts'
import { createWheelTables, SIZE, type WheelTables } from './wheel-tables.ts'

/** All that the beliefs of a decipherer share while they seek a start. */
export interface RotorPlan {
  readonly cipher: Cipher<EnigmaKey>
  readonly tables: WheelTables
  /** Ring settings, from 0. */
  readonly rings: readonly number[]
  /** Ring of the right wheel of a group of starts. */
  ringOf(group: number): number
  /** Groups of starts that differ in the left window alone: all, and of one order. */
  readonly groups: number
  readonly groupsOfOrder: number
  /** Every start that reads like no other. */
  readonly starts: Int32Array
  isStart(start: number): boolean
  /** Cost of a start before anything is read, in twelfths of a bit. */
  readonly prior: number
  costs(spaced: boolean): Costs
  /** Steps of all searches so far: what each takes of the time of a small net's step. */
  readonly work: { steps: number }
  /** Places in a table of costs from one token id to the next: of the latest symbol before, the one before it, the first of three. */
  readonly strides: { readonly one: number; readonly two: number; readonly three: number }
  readonly letterIds: Uint8Array
  /** Words that are likely to occur, of letters from 0 on. */
  readonly cribs: readonly Uint8Array[]
  /** Token id of a space, which every text begins after. */
  readonly space: number
  /** Token id of a unit, or 0 for what is no symbol. */
  idOf(unit: number): number
  keyOf(start: number): EnigmaKey
}

/** Cost of a start at the most, in twelfths of a bit. */
const MOST_PRIOR = 480

/** Makes a plan. */
export const createRotorPlan = (
  machine: RotorMachine,
  {
    counts,
    cribs = [],
    ...means
  }: Pick<RotorPlan, 'costs' | 'work' | 'idOf'> & { counts: Counts; cribs?: RotorPlan['cribs'] },
): RotorPlan => {
  const tables = createWheelTables(machine)
  const { vocabulary } = counts.tokenizer
  const isRingKnown = machine.rings[2] !== -1
  const groupsOfOrder = (isRingKnown ? 1 : SIZE) * SIZE * SIZE
  const groups = machine.orders.length * groupsOfOrder
  const starts = startsOf(machine, tables, groups)
  return {
    cipher: createEnigma(),
    tables,
    rings: machine.rings,
    ringOf: (group) => (isRingKnown ? machine.rings[2] : Math.floor(group / (SIZE * SIZE)) % SIZE),
    groups,
    groupsOfOrder,
    starts,
    isStart: (start) => start >= 0 && start < groups * SIZE,
    prior: createCostOf(MOST_PRIOR)(1 / starts.length),
    ...means,
    cribs,
    strides: { one: vocabulary, two: vocabulary ** 2, three: vocabulary ** 3 },
    letterIds: Uint8Array.from(LATIN, (letter) => means.idOf(letter.charCodeAt(0))),
    space: means.idOf(0x20),
    keyOf: (start) => keyOf(machine, groupsOfOrder, start),
  }
}

/** The starts, but for those that have the same windows as another after one press of a key: the double step. */
const startsOf = (
  { windows }: RotorMachine,
  { notches, orders }: WheelTables,
  groups: number,
): Int32Array => {
  const starts = new Int32Array(groups * SIZE)
  const fits = (wheel: number, window: number): boolean => windows[wheel] === -1 || windows[wheel] === window
  let count = 0
  for (let group = 0; group < groups; group++) {
    const [, middle, right] = orders[Math.floor((group * orders.length) / groups)]
    const [first, second] = [group % SIZE, Math.floor(group / SIZE) % SIZE]
    const isNotch = (wheel: number, window: number): boolean => notches[wheel * SIZE + (window % SIZE)] === 1
    const isAnother = isNotch(middle, first) && !isNotch(right, second) && !isNotch(middle, first + 1)
    if (isAnother || !fits(1, first) || !fits(2, second)) continue
    for (let left = 0; left < SIZE; left++) if (fits(0, left)) starts[count++] = group * SIZE + left
  }
  return starts.slice(0, count)
}

const keyOf = (
  { reflector, orders, rings }: RotorMachine,
  groupsOfOrder: number,
  start: number,
): EnigmaKey => {
  const letters = (...places: number[]): string =>
    places.map((place) => LATIN[place % SIZE].toUpperCase()).join('')
  const [left, middle, right, ring] = [0, 1, 2, 3].map((part) => Math.floor(start / SIZE ** part))
  return {
    reflector,
    rotors: orders[Math.floor(start / SIZE / groupsOfOrder)].join('-'),
    rings: letters(rings[0], rings[1], rings[2] === -1 ? ring : rings[2]),
    start: letters(left, middle, right),
    plugs: '',
  }
}

/** A start by the name of its cipher. */
export const namedKeyOf = ({ cipher, keyOf: of }: RotorPlan, start: number): NamedKey => ({
  cipher: cipher.name,
  key: Object.freeze({ ...of(start) }),
})
