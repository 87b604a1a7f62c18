import { createTokenizer, LATIN } from '@runnel/core'
import { STEPS } from '../language/counts/constants.ts'
import type { ContextNode, Counts } from '../language/counts/counts.ts'
import { encodeCounts } from '../language/counts/encode-counts.ts'
import { loadCounts } from '../language/counts/load-counts.ts'

/** Counts of a text, one symbol back: made in a moment, and not smoothed with care. Symbols as in `createBigramModel`. */
export const createSampleCounts = (text: string = SAMPLE, letters: string = LATIN): Promise<Counts> => {
  const symbols = { alphabet: `${letters} '0?`, digit: '0', space: ' ', other: '?' }
  const { alphabet, ...classes } = symbols
  const { encode, vocabulary } = createTokenizer(alphabet, classes)
  const ids = encode(text)
  const counts = Array.from({ length: vocabulary }, () => new Array<number>(vocabulary).fill(0.1))
  for (let i = 0; i < ids.length; i++) {
    counts[0][ids[i]]++
    if (i > 0) counts[ids[i - 1]][ids[i]]++
  }
  const costs = (row: readonly number[]): number[] => {
    const total = row.reduce((sum, count) => sum + count, 0)
    return row.map((count) => Math.round(-4 * Math.log2(count / total)))
  }
  const first = costs(counts[0])
  const contexts = counts.map((row, before): [number, ContextNode] => {
    const differences = costs(row).map((cost, id) => cost - first[id])
    const steps = differences.map((difference, id): [number, number] => {
      const number = STEPS.filter((size) => size <= Math.abs(difference)).length
      return [id, difference < 0 ? -number : number]
    })
    const exceptions = new Map(steps.filter(([id, step]) => id > 0 && step !== 0))
    return [before, { exceptions, longer: new Map() }]
  })
  const root: ContextNode = { exceptions: new Map(), longer: new Map(contexts.slice(1)) }
  const definition = { name: 'sample', tokenizer: symbols, levels: Uint8Array.from(first.slice(1)), root }
  return encodeCounts(definition).then(loadCounts)
}

const SAMPLE = `the boat came down the river in the morning with bread and letters and the man at the mill waited for it. he had
seen the water rise and fall, and he knew what the wheel would say. nobody asked him how the winter had been.`
