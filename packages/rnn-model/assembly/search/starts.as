/** Letters of a wheel, and ways that it may have turned. */
const SIZE: i32 = 26
const AREA: i32 = SIZE * SIZE

/**
 * Starts of a rotor machine that are held possible, as packages/decipher/src/belief/rotors/kernel-starts.ts lays them out. Places
 * are in bytes. Starts stand in groups that differ in the left window alone.
 */
@unmanaged
export class Starts {
  /** Costs of the last of four symbols, `[vocabulary, vocabulary, vocabulary, vocabulary]`. */
  table: usize
  vocabulary: i32
  /** Numbers of the starts, what the text has cost by each, and the latest three token ids that each reads, a byte each. */
  ids: usize
  costs: usize
  contexts: usize
  count: i32
  /** Token id of each letter. */
  letterIds: usize
  /** Wheels by their numbers, `[wheels, turns, letters]`, their notches, `[wheels, letters]`, and the three of each order. */
  forward: usize
  backward: usize
  around: usize
  notches: usize
  orders: usize
  groupsOfOrder: i32
  /** Ring settings, that of the right wheel -1 where each group has its own. */
  leftRing: i32
  middleRing: i32
  rightRing: i32
  /** Windows of the middle wheel and turns of the left one, of each group. */
  middles: usize
  lefts: usize
  /** The letter of the ciphertext, and letters before it. */
  letter: i32
  presses: i32
  /** The group that is read: one more than its last start, its first start less the turns of the left wheel, and its wheels. */
  next: i32
  first: i32
  turned: usize
  middle: usize
  right: usize
}

/** Moves the wheels of a group, and leads the letter through the right and the middle one. */
function press(starts: Starts, group: i32): void {
  const order = group / starts.groupsOfOrder
  const wheels = starts.orders + <usize>(3 * order)
  const leftWheel = <i32>load<u8>(wheels)
  const middleWheel = <i32>load<u8>(wheels, 1)
  const rightWheel = <i32>load<u8>(wheels, 2)
  const middles = starts.middles + <usize>group
  const lefts = starts.lefts + <usize>group
  const window = ((group / SIZE) % SIZE + starts.presses) % SIZE
  const ring = starts.rightRing < 0 ? (group / AREA) % SIZE : starts.rightRing
  let middle = <i32>load<u8>(middles)
  let left = <i32>load<u8>(lefts)
  const isAtNotch = load<u8>(starts.notches + <usize>(middleWheel * SIZE + middle)) == 1
  if (isAtNotch) left = (left + 1) % SIZE
  if (isAtNotch || load<u8>(starts.notches + <usize>(rightWheel * SIZE + window)) == 1) middle = (middle + 1) % SIZE
  store<u8>(middles, middle)
  store<u8>(lefts, left)
  const second = <usize>(middleWheel * AREA + ((middle + SIZE - starts.middleRing) % SIZE) * SIZE)
  const third = <usize>(rightWheel * AREA + ((window + 1 + SIZE - ring) % SIZE) * SIZE)
  const entered = <usize>load<u8>(starts.forward + third + <usize>starts.letter)
  starts.turned = starts.around + <usize>(leftWheel * AREA) + <usize>load<u8>(starts.forward + second + entered)
  starts.middle = starts.backward + second
  starts.right = starts.backward + third
  starts.next = group * SIZE + SIZE
  starts.first = group * SIZE - ((left + SIZE - starts.leftRing) % SIZE)
}

/** Has starts read the letter: in their order, and all of them before the next letter. */
export function readStarts(starts: Starts): void {
  const table = starts.table
  const one = <u32>starts.vocabulary
  const two = one * one
  const three = two * one
  const letterIds = starts.letterIds
  const end = starts.ids + (<usize>starts.count << 2)
  let costs = starts.costs
  let contexts = starts.contexts
  let next = starts.next
  let first = starts.first
  let turned = starts.turned
  let middle = starts.middle
  let right = starts.right
  for (let ids = starts.ids; ids < end; ids += 4, costs += 4, contexts += 4) {
    const id = load<i32>(ids)
    if (id >= next) {
      press(starts, id / SIZE)
      next = starts.next
      first = starts.first
      turned = starts.turned
      middle = starts.middle
      right = starts.right
    }
    const left = id - first
    const row = turned + <usize>((left >= SIZE ? left - SIZE : left) * SIZE)
    const returned = <usize>load<u8>(right + <usize>load<u8>(middle + <usize>load<u8>(row)))
    const read = <u32>load<u8>(letterIds + returned)
    const before = load<u32>(contexts)
    const place = (before & 0xff) * three + ((before >>> 8) & 0xff) * two + (before >>> 16) * one + read
    store<i32>(costs, load<i32>(costs) + <i32>load<u8>(table + <usize>place))
    store<u32>(contexts, (before >>> 8) | (read << 16))
  }
}
