import { Lane } from './layout'

/** The lane of that index. */
@inline
export function laneOf(lanes: usize, index: i32): Lane {
  return changetype<Lane>(lanes + index * offsetof<Lane>())
}

/** Place of what the next product multiplies in that lane. */
@inline
export function operandOf(lanes: usize, index: i32): usize {
  return laneOf(lanes, index).operand
}

/** Place of what is added to a product: bytes `at` on in the shared vector, or without one in the lane's own input. */
@inline
export function addOf(lanes: usize, index: i32, shared: usize, at: i32): usize {
  return (shared ? shared : laneOf(lanes, index).input) + at
}
