import type { ModelDefinition } from '@runnel/rnn-model'
import { breathe } from '../breathe.ts'
import { gatedStep, openNet } from '../gated-step.ts'
import { AFTER, BEFORE, type CipherStream } from './cipher-streams.ts'
import { Averages, gateMeans } from './gate-means.ts'
import type { PlacesRead } from './read-places.ts'

const MEASURES = ['z', 'r', 'kept', 'moved', 'alike', 'rightKey'] as const

/**
 * Means after one character. `alike` is how much the slow units (the tenth with the highest update gates) are what
 * they were when the key changed: the cosine of the two. `rightKey` is the belief in the key that is right.
 */
export type ChangeStep = Record<(typeof MEASURES)[number], number>

/** Means by character after a key changed, and of the same text where it stayed. */
export interface ChangeRead {
  changed: ChangeStep[]
  stayed: ChangeStep[]
}

/** Reads streams on from where their key changes, under the new key and, from the same state, under the old one. */
export const readChange = async (
  definition: ModelDefinition,
  streams: readonly CipherStream[],
  { updateOfUnit, states }: PlacesRead,
  signal: AbortSignal,
): Promise<ChangeRead> => {
  const net = openNet(definition)
  const slow = slowUnits(updateOfUnit)
  const averages = () => Array.from({ length: AFTER }, () => new Averages(MEASURES))
  const sums = { changed: averages(), stayed: averages() }
  for (const [index, { changed, stayed, keys }] of streams.entries()) {
    await breathe(signal)
    const before = states[index]
    const read = (ids: Uint16Array, key: number, to: Averages<(typeof MEASURES)[number]>[]): void => {
      let state = before
      for (const [t, id] of ids.entries()) {
        const step = gatedStep(net, id, state)
        state = step.after
        const rightKey = keyProbability(definition, state, key)
        to[t].add({ ...gateMeans(step), alike: cosine(state, before, slow), rightKey })
      }
    }
    read(changed.subarray(BEFORE), keys[1], sums.changed)
    read(stayed, keys[0], sums.stayed)
  }
  const means = (all: Averages<(typeof MEASURES)[number]>[]) => all.map((one) => one.mean())
  return { changed: means(sums.changed), stayed: means(sums.stayed) }
}

/** The tenth of all units whose update gates are highest. */
const slowUnits = (updateOfUnit: Float64Array): number[] =>
  Array.from(updateOfUnit.keys())
    .sort((a, b) => updateOfUnit[b] - updateOfUnit[a])
    .slice(0, Math.ceil(updateOfUnit.length / 10))

const cosine = (a: Float64Array, b: Float64Array, units: readonly number[]): number => {
  const product = (c: Float64Array, d: Float64Array): number => units.reduce((sum, i) => sum + c[i] * d[i], 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

/** The softmax over keys, for one of them. */
const keyProbability = ({ weights }: ModelDefinition, h: Float64Array, key: number): number => {
  const { values, shape } = weights['output.kernel']
  const logits = Float64Array.from(weights['output.bias'].values)
  for (let i = 0; i < h.length; i++) {
    for (let k = 0; k < logits.length; k++) logits[k] += h[i] * values[i * shape[1] + k]
  }
  const highest = Math.max(...logits)
  return Math.exp(logits[key] - highest) / logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0)
}
