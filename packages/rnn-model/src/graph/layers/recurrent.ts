import { cellOf } from '../../cells/cell-of.ts'
import { cells } from '../../cells/index.ts'
import { foldedBias, gateRows, padded } from '../../engine/wasm/gate-rows.ts'
import { checkArray, sidesOf } from '../check.ts'
import type { RecurrentLayer } from '../definition.ts'
import type { LayerKind } from './layer-kind.ts'
import { gatherRows, prepareProducts } from './products.ts'

const unitsOf = ({ name, recurrent }: RecurrentLayer): number => sidesOf(`${name}.recurrent`, recurrent, 2)[0]

/** A layer of a recurrent cell, whose equations are in src/cells: W x + b of all steps first, then one step after another. */
export const recurrent: LayerKind<RecurrentLayer> = {
  shapeOf(layer, [{ steps, channels }]) {
    const { name, kernel, recurrent, bias, recurrentBias } = layer
    const cell = cellOf(layer.cell)
    const units = unitsOf(layer)
    const width = cell.gates.length * units
    checkArray(`${name}.kernel`, kernel, [channels, width])
    checkArray(`${name}.recurrent`, recurrent, [units, width])
    checkArray(`${name}.bias`, bias, [width])
    if (cell.recurrentBias) checkArray(`${name}.recurrentBias`, recurrentBias, [width])
    return { steps, channels: units }
  },
  stateOf(layer) {
    return new Array<number>(cellOf(layer.cell).stateVectors).fill(unitsOf(layer))
  },
  prepare(layer, { memory, inputs: [input], output, state: [h] }) {
    const cell = cellOf(layer.cell)
    const gates = cell.gates.length
    const { steps, channels: units } = output
    const { recurrentBias } = layer
    const stride = 4 * gates * padded(units)
    const inputs = memory.reserve((steps * stride) / 4)
    const multiply = prepareProducts(memory, {
      matrix: memory.matrix(layer.kernel.values, input.channels, gates, units),
      columns: input.channels,
      operands: Array.from({ length: steps }, (_, t) => input.at + 4 * t * input.channels),
      bias: memory.write(gateRows(foldedBias(layer.bias.values, recurrentBias?.values, units), gates)),
      out: inputs,
    })
    const { at: matrix } = memory.matrix(layer.recurrent.values, units, gates, units)
    const apart =
      cell.recurrentBias && recurrentBias ? memory.write(gateRows(recurrentBias.values, gates)) : 0
    const fields = memory.write(Int32Array.of(cells.indexOf(cell), padded(units), 0, matrix, 0, 0, apart, 0))
    const rooms = { state: h, sums: memory.reserve(stride / 4), reset: memory.reserve(stride / 4) }
    const nets = Array.from({ length: steps }, (_, t) =>
      memory.workplace({ operands: [h], stride, cell: { ...rooms, input: inputs + t * stride } }),
    )
    const outputs = nets.map((_, t) => gatherRows(memory, h, output.at + 4 * t * units, 1, units))
    const { stepLayer } = memory.kernels
    return () => {
      multiply()
      for (let t = 0; t < steps; t++) {
        stepLayer(nets[t], fields)
        outputs[t]?.()
      }
    }
  },
}
