import type { ModelDefinition } from '../config.ts'

/*
 * Nets written straight from the published equations, all in float64 with the functions of `Math`: one matrix
 * product a line, nothing shared with the engines. An oracle where tfjs has no such cell, and for long runs.
 */
export type Vector = number[]
export type Matrix = { rows: number; columns: number; values: ArrayLike<number> }

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export const product = (x: Vector, { rows, columns, values }: Matrix): Vector =>
  Array.from({ length: columns }, (_, j) => {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += x[i] * values[i * columns + j]
    return sum
  })

export const plus = (a: Vector, b: ArrayLike<number>): Vector => a.map((value, i) => value + b[i])

const split = (values: Vector, parts: number): Vector[] =>
  Array.from({ length: parts }, (_, part) =>
    values.slice((part * values.length) / parts, ((part + 1) * values.length) / parts),
  )

export type Step = (x: Vector, u: Matrix, c: ArrayLike<number>, state: Vector[]) => Vector[]

export const steps: Record<string, Step> = {
  'simple-rnn': (x, u, _c, [h]) => [plus(x, product(h, u)).map(Math.tanh)],
  gru: (x, u, c, [h]) => {
    const [xz, xr, xn] = split(x, 3)
    const [hz, hr, hn] = split(plus(product(h, u), c), 3)
    const z = plus(xz, hz).map(sigmoid)
    const r = plus(xr, hr).map(sigmoid)
    const n = xn.map((value, i) => Math.tanh(value + r[i] * hn[i]))
    return [h.map((value, i) => z[i] * value + (1 - z[i]) * n[i])]
  },
  'gru-reset-before': (x, u, _c, [h]) => {
    const [xz, xr, xn] = split(x, 3)
    const [hz, hr] = split(product(h, u), 3)
    const z = plus(xz, hz).map(sigmoid)
    const r = plus(xr, hr).map(sigmoid)
    const reset = h.map((value, i) => r[i] * value)
    const n = plus(xn, split(product(reset, u), 3)[2]).map(Math.tanh)
    return [h.map((value, i) => z[i] * value + (1 - z[i]) * n[i])]
  },
  lstm: (x, u, _c, [h, c]) => {
    const [i, f, g, o] = split(plus(x, product(h, u)), 4)
    const cell = c.map((value, j) => sigmoid(f[j]) * value + sigmoid(i[j]) * Math.tanh(g[j]))
    return [cell.map((value, j) => sigmoid(o[j]) * Math.tanh(value)), cell]
  },
}

/** A stepper of the net from a state of zeros: each call reads one id and gives probabilities. */
export const createReference = ({ config, weights }: ModelDefinition): ((id: number) => Vector) => {
  const matrix = (name: string): Matrix => {
    const { shape, values } = weights[name]
    return { rows: shape[0], columns: shape[1], values }
  }
  const states = config.layers.map(({ units }) => [0, 1].map(() => new Array<number>(units).fill(0)))
  return (id) => {
    const { rows } = matrix('layer0.kernel')
    let x: Vector =
      config.input === 'scalar' ? [id] : Array.from({ length: rows }, (_, i) => (i === id ? 1 : 0))
    config.layers.forEach(({ cell }, l) => {
      const input = plus(product(x, matrix(`layer${l}.kernel`)), weights[`layer${l}.bias`].values)
      const c = weights[`layer${l}.recurrentBias`]?.values ?? []
      states[l] = steps[cell](input, matrix(`layer${l}.recurrent`), c, states[l])
      x = states[l][0]
    })
    const logits = plus(product(x, matrix('output.kernel')), weights['output.bias'].values)
    const max = Math.max(...logits)
    const powers = logits.map((value) => Math.exp(value - max))
    const sum = powers.reduce((a, b) => a + b, 0)
    return powers.map((value) => value / sum)
  }
}
