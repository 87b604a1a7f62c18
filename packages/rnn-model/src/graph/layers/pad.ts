import { checkCount, demand } from '../check.ts'
import type { PadLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { type Move, moving } from './moves.ts'

/** More steps in front and behind: zeros, or those of a mirror that stands at the first and the last step. */
export const pad: LayerKind<PadLayer> = {
  shapeOf({ name, mode, before, after }, [{ steps, channels }]) {
    demand(mode === 'zeros' || mode === 'reflect', `${name}.mode`, 'zeros or reflect', mode)
    for (const [part, count] of Object.entries({ before, after })) {
      checkCount(`${name}.${part}`, count, 0)
      demand(mode === 'zeros' || count < steps, `${name}.${part}`, `less than ${steps}`, count)
    }
    return { steps: before + steps + after, channels }
  },
  prepare({ mode, before, after }, { memory, inputs: [input], output }) {
    const { steps, channels } = input
    const [from, to] = [input.at / 4, output.at / 4]
    const moves: Move[] = [{ from, to: to + before * channels, length: steps * channels }]
    const mirror = (source: number, target: number): void => {
      moves.push({ from: from + source * channels, to: to + target * channels, length: channels })
    }
    if (mode === 'reflect') {
      for (let t = 1; t <= before; t++) mirror(t, before - t)
      for (let t = 1; t <= after; t++) mirror(steps - 1 - t, before + steps - 1 + t)
    }
    return moving(memory, moves)
  },
}
