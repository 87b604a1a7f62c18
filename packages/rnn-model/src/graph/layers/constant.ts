import { checkArray, sidesOf } from '../check.ts'
import type { ConstantLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'

/** The same numbers in every call. */
export const constant: LayerKind<ConstantLayer> = {
  inputs: 0,
  shapeOf({ name, values }) {
    const [steps, channels] = sidesOf(`${name}.values`, values, 2)
    checkArray(`${name}.values`, values, [steps, channels])
    return { steps, channels }
  },
  prepare({ values }, { memory, output }) {
    memory.floats.set(values.values, output.at / 4)
    return () => {}
  },
}
