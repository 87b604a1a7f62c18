import { gateRows } from '../../engine/wasm/gate-rows.ts'
import { checkArray, checkCount, demand, sidesOf } from '../check.ts'
import type { ConvolutionLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { gatherRows, paddedRows, prepareProducts } from './products.ts'

/**
 * One-dimensional convolution (in the field's sense, a correlation): y[t] = Σ_s x[t · stride + s] K[s] + b. The steps of a
 * window lie one behind the other, so that it is one product with all of them.
 *
 * Source: Keras `Conv1D`, padding `valid`.
 */
export const convolution: LayerKind<ConvolutionLayer> = {
  shapeOf({ name, kernel, bias, stride }, [{ steps, channels }]) {
    const [size, inputs, outputs] = sidesOf(`${name}.kernel`, kernel, 3)
    checkArray(`${name}.kernel`, kernel, [size, channels, outputs])
    if (bias) checkArray(`${name}.bias`, bias, [outputs])
    checkCount(`${name}.stride`, stride, 1)
    demand(size <= steps, `${name}.kernel`, `at most ${steps} steps`, size)
    demand(inputs === channels, `${name}.kernel`, `${channels} channels`, inputs)
    return { steps: Math.floor((steps - size) / stride) + 1, channels: outputs }
  },
  prepare({ kernel, bias, stride }, { memory, inputs: [input], output }) {
    const [size, channels, outputs] = kernel.shape
    const columns = size * channels
    const matrix = memory.matrix(kernel.values, columns, 1, outputs)
    const out = paddedRows(memory, output.at, output.steps, outputs)
    const window = (_: unknown, t: number): number => input.at + 4 * t * stride * channels
    const multiply = prepareProducts(memory, {
      matrix,
      columns,
      operands: Array.from({ length: output.steps }, window),
      bias: memory.write(gateRows(bias?.values ?? new Float32Array(outputs), 1)),
      out,
    })
    const gather = gatherRows(memory, out, output.at, output.steps, outputs)
    if (!gather) return multiply
    return () => {
      multiply()
      gather()
    }
  },
}
