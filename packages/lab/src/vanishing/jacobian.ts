import type { GatedStep, OpenNet } from '../gated-step.ts'

/** A square matrix, row after row: row i holds how the whole state after a step depends on number i before it. */
export interface Matrix {
  size: number
  values: Float64Array
}

/**
 * ∂(state after)/∂(state before) of one time step, by differentiating the equations of the cell. The state is h; for
 * an LSTM h and c, since what it remembers travels in c.
 */
export const jacobian = (net: OpenNet, step: GatedStep): Matrix => {
  const fill = fills[net.cell]
  const matrix = { size: step.before.length, values: new Float64Array(step.before.length ** 2) }
  fill(net, step, matrix)
  return matrix
}

const fills: Record<string, (net: OpenNet, step: GatedStep, to: Matrix) => void> = {
  // h'_j = tanh(x_j + Σ h_i U_ij)
  'simple-rnn': ({ units, recurrent }, { after }, { values }) => {
    for (let i = 0; i < units; i++) {
      for (let j = 0; j < units; j++) values[i * units + j] = recurrent[i * units + j] * (1 - after[j] ** 2)
    }
  },
  // h'_j = n_j + z_j (h_j − n_j), n_j = tanh(x_j + r_j s_j), s = h Un + cn
  gru: ({ units, recurrent }, { before, gates: { z, r, n }, inner }, { values }) => {
    for (let i = 0; i < units; i++) {
      const row = 3 * units * i
      for (let j = 0; j < units; j++) {
        const dz = z[j] * (1 - z[j]) * recurrent[row + j]
        const dr = r[j] * (1 - r[j]) * recurrent[row + units + j]
        const dn = (1 - n[j] ** 2) * (r[j] * recurrent[row + 2 * units + j] + inner[j] * dr)
        values[i * units + j] = (before[j] - n[j]) * dz + (1 - z[j]) * dn + (i === j ? z[j] : 0)
      }
    }
  },
  // c'_j = f_j c_j + i_j g_j, h'_j = o_j tanh(c'_j); rows are h then c, and so are columns
  lstm: ({ units, recurrent }, { before, after, gates: { i: put, f, g, o } }, { size, values }) => {
    for (let j = 0; j < units; j++) {
      const c = before[units + j]
      const squashed = Math.tanh(after[units + j])
      const slope = o[j] * (1 - squashed ** 2)
      for (let i = 0; i < units; i++) {
        const row = 4 * units * i
        const dc =
          c * f[j] * (1 - f[j]) * recurrent[row + units + j] +
          g[j] * put[j] * (1 - put[j]) * recurrent[row + j] +
          put[j] * (1 - g[j] ** 2) * recurrent[row + 2 * units + j]
        values[i * size + units + j] = dc
        values[i * size + j] = squashed * o[j] * (1 - o[j]) * recurrent[row + 3 * units + j] + slope * dc
      }
      values[(units + j) * size + units + j] = f[j]
      values[(units + j) * size + j] = slope * f[j]
    }
  },
}

/** a · b. */
export const multiply = (a: Matrix, b: Matrix): Matrix => {
  const { size } = a
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a.values[i * size + k]
      for (let j = 0; j < size; j++) values[i * size + j] += factor * b.values[k * size + j]
    }
  }
  return { size, values }
}

/** Largest factor by which a matrix can stretch a vector (its spectral norm), by the power method. */
export const spectralNorm = ({ size, values }: Matrix): number => {
  let vector = Float64Array.from({ length: size }, (_, i) => 1 + 0.1 * Math.sin(i))
  let norm = 0
  for (let round = 0; round < 30; round++) {
    const image = new Float64Array(size)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) image[j] += vector[i] * values[i * size + j]
    const length = Math.hypot(...vector)
    norm = Math.hypot(...image) / length
    if (norm === 0) return 0
    const back = new Float64Array(size)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) back[i] += image[j] * values[i * size + j]
    const scale = Math.hypot(...back)
    // So small a number that its square is zero.
    if (scale === 0) return norm
    vector = back.map((value) => value / scale)
  }
  return norm
}
