import { demand } from '../check.ts'
import type { ConcatLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { type Move, moving } from './moves.ts'

/** The channels of several layers side by side, step by step. */
export const concat: LayerKind<ConcatLayer> = {
  inputs: 'many',
  shapeOf({ name }, inputs) {
    const [{ steps }] = inputs
    const counts = inputs.map((input) => input.steps)
    demand(
      counts.every((count) => count === steps),
      `${name}.inputs`,
      `${steps} steps each`,
      counts,
    )
    return { steps, channels: inputs.reduce((sum, { channels }) => sum + channels, 0) }
  },
  prepare(_layer, { memory, inputs, output }) {
    const moves: Move[] = []
    for (let t = 0, to = output.at / 4; t < output.steps; t++) {
      for (const { at, channels } of inputs) {
        moves.push({ from: at / 4 + t * channels, to, length: channels })
        to += channels
      }
    }
    return moving(memory, moves)
  },
}
