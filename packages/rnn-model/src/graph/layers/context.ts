import { checkCount } from '../check.ts'
import type { ContextLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { moving } from './moves.ts'

/** The last steps of the calls before, then those of this one: its state is the last steps of its own output. */
export const context: LayerKind<ContextLayer> = {
  shapeOf({ name, steps }, [input]) {
    checkCount(`${name}.steps`, steps, 1)
    return { steps: steps + input.steps, channels: input.channels }
  },
  stateOf: ({ steps }, [{ channels }]) => [steps * channels],
  prepare({ steps }, { memory, inputs: [input], output, state }) {
    const [from, to, kept] = [input.at / 4, output.at / 4, state[0] / 4]
    const [held, length] = [steps * input.channels, input.steps * input.channels]
    return moving(memory, [
      { from: kept, to, length: held },
      { from, to: to + held, length },
      { from: to + length, to: kept, length: held },
    ])
  },
}
