import { softmax } from '../../activations.ts'
import { demand } from '../check.ts'
import type { FunctionLayer } from '../definition.ts'
import type { GraphKernels } from '../graph-kernels.ts'
import type { LayerKind, LayerStep, Room } from './layer-kind.ts'

const kernelOf = {
  relu: 'rectify',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  sqrt: 'squareRoot',
} as const satisfies Partial<Record<FunctionLayer['function'], keyof GraphKernels>>

const names = [...Object.keys(kernelOf), 'softmax']

/** A function of each number; the errors of tanh and the logistic function are in assembly/precise.as. */
export const functions: LayerKind<FunctionLayer> = {
  shapeOf({ name, function: of }, [shape]) {
    demand(names.includes(of), `${name}.function`, `one of ${names.join(', ')}`, of)
    return shape
  },
  prepare({ function: of }, room) {
    if (of === 'softmax') return softmaxOf(room)
    const { memory, inputs, output } = room
    const { at } = inputs[0]
    const bytes = 64 * Math.ceil((output.steps * output.channels) / 16)
    const kernel = memory.kernels[kernelOf[of]]
    return () => kernel(at, output.at, bytes)
  },
}

const softmaxOf = ({ memory, inputs: [input], output }: Room): LayerStep => {
  const { steps, channels } = output
  return () => {
    const { floats } = memory
    floats.copyWithin(output.at / 4, input.at / 4, input.at / 4 + steps * channels)
    for (let t = 0; t < steps; t++) {
      const from = output.at / 4 + t * channels
      softmax(floats.subarray(from, from + channels))
    }
  }
}
