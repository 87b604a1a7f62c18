import type { GraphDefinition, GraphLayer, GraphShape } from '../graph/definition.ts'
import { plus, product, sigmoid, steps, type Vector } from './reference-net.ts'

/*
 * Graphs written straight from the definitions of their layers, in float64 with the functions of `Math`: rows of numbers,
 * nothing shared with the kernels. An oracle.
 */
type Rows = Vector[]

const functions: Record<string, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  sigmoid,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
}

const rowsOf = (values: Vector, { steps: count, channels }: GraphShape): Rows =>
  Array.from({ length: count }, (_, t) => values.slice(t * channels, (t + 1) * channels))

const softmaxOf = (row: Vector): Vector => {
  const powers = row.map((x) => Math.exp(x - Math.max(...row)))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((x) => x / sum)
}

const zeros = (length: number): Vector => new Array<number>(length).fill(0)

/** The output of a layer; `state` is kept under its name. */
const run = (layer: GraphLayer, [a, ...more]: Rows[], state: Map<string, Rows>): Rows => {
  const matrix = ({ shape, values }: { shape: readonly number[]; values: ArrayLike<number> }) => ({
    rows: shape.slice(0, -1).reduce((size, side) => size * side, 1),
    columns: shape[shape.length - 1],
    values,
  })
  switch (layer.kind) {
    case 'dense':
    case 'conv1d': {
      const size = layer.kind === 'dense' ? 1 : layer.kernel.shape[0]
      const stride = layer.kind === 'dense' ? 1 : layer.stride
      const rows: Rows = []
      for (let t = 0; t + size <= a.length; t += stride) {
        const y = product(a.slice(t, t + size).flat(), matrix(layer.kernel))
        rows.push(plus(y, layer.bias?.values ?? zeros(y.length)))
      }
      return rows
    }
    case 'recurrent': {
      const units = layer.recurrent.shape[0]
      return a.map((x) => {
        const before = state.get(layer.name) ?? [zeros(units), zeros(units)]
        const input = plus(product(x, matrix(layer.kernel)), layer.bias.values)
        const after = steps[layer.cell](
          input,
          matrix(layer.recurrent),
          layer.recurrentBias?.values ?? [],
          before,
        )
        state.set(layer.name, after)
        return after[0]
      })
    }
    case 'function':
      return layer.function === 'softmax'
        ? a.map(softmaxOf)
        : a.map((row) => row.map(functions[layer.function]))
    case 'add':
      return a.map((row, t) => plus(row, more[0][t]))
    case 'subtract':
      return a.map((row, t) => row.map((x, j) => x - more[0][t][j]))
    case 'multiply':
      return a.map((row, t) => row.map((x, j) => x * more[0][t][j]))
    case 'concat':
      return a.map((row, t) => [...row, ...more.flatMap((rows) => rows[t])])
    case 'slice':
      return layer.axis === 'steps'
        ? a.slice(layer.from, layer.to)
        : a.map((row) => row.slice(layer.from, layer.to))
    case 'reshape':
      return rowsOf(a.flat(), layer.shape)
    case 'pad': {
      const mirrored = (t: number): number => (t < 0 ? -t : t >= a.length ? 2 * (a.length - 1) - t : t)
      return Array.from({ length: layer.before + a.length + layer.after }, (_, i) => {
        const t = i - layer.before
        return layer.mode === 'reflect' ? a[mirrored(t)] : (a[t] ?? zeros(a[0].length))
      })
    }
    case 'context': {
      const kept = state.get(layer.name) ?? Array.from({ length: layer.steps }, () => zeros(a[0].length))
      const rows = [...kept, ...a]
      state.set(layer.name, rows.slice(-layer.steps))
      return rows
    }
    case 'constant':
      return rowsOf(Array.from(layer.values.values), {
        steps: layer.values.shape[0],
        channels: layer.values.shape[1],
      })
  }
}

/** A stepper of the graph from a state of zeros: each call reads one frame and gives the outputs, row after row. */
export const createReferenceGraph = (
  definition: GraphDefinition,
): ((frame: ArrayLike<number>) => Record<string, Vector>) => {
  const state = new Map<string, Rows>()
  return (frame) => {
    const rows = new Map([['input', rowsOf(Array.from(frame), definition.input)]])
    for (const layer of definition.layers) {
      const inputs = layer.inputs.map((name) => rows.get(name) ?? [])
      rows.set(layer.name, run(layer, inputs, state))
    }
    return Object.fromEntries(definition.outputs.map((name) => [name, rows.get(name)?.flat() ?? []]))
  }
}
