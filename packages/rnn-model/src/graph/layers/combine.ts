import { demand } from '../check.ts'
import type { CombineLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'

const kernelOf = { add: 'add', subtract: 'subtract', multiply: 'product' } as const

/** Two layers of one shape, number by number. */
export const combine: LayerKind<CombineLayer> = {
  inputs: 2,
  shapeOf({ name }, [a, b]) {
    const same = a.steps === b.steps && a.channels === b.channels
    demand(same, `${name}.inputs`, `[${a.steps},${a.channels}] twice`, `[${b.steps},${b.channels}]`)
    return a
  },
  prepare({ kind }, { memory, inputs: [a, b], output }) {
    const bytes = 64 * Math.ceil((output.steps * output.channels) / 16)
    const kernel = memory.kernels[kernelOf[kind]]
    return () => kernel(a.at, b.at, output.at, bytes)
  },
}
