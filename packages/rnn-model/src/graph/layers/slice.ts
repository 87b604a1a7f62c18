import { checkCount, demand } from '../check.ts'
import type { SliceLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { moving } from './moves.ts'

/** Some of the steps, or some of the channels of each. */
export const slice: LayerKind<SliceLayer> = {
  shapeOf({ name, axis, from, to }, [shape]) {
    demand(axis === 'steps' || axis === 'channels', `${name}.axis`, 'steps or channels', axis)
    checkCount(`${name}.from`, from, 0)
    checkCount(`${name}.to`, to, from + 1)
    demand(to <= shape[axis], `${name}.to`, `at most ${shape[axis]}`, to)
    return { ...shape, [axis]: to - from }
  },
  prepare({ axis, from }, { memory, inputs: [input], output }) {
    const [start, to] = [input.at / 4, output.at / 4]
    const { steps, channels } = output
    if (axis === 'steps') {
      return moving(memory, [{ from: start + from * channels, to, length: steps * channels }])
    }
    const row = (_: unknown, t: number) => ({
      from: start + t * input.channels + from,
      to: to + t * channels,
      length: channels,
    })
    return moving(memory, Array.from({ length: steps }, row))
  },
}
