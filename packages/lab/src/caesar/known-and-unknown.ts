import { recipes } from '@runnel/models/recipes'
import type { ModelConfig, ModelDefinition } from '@runnel/rnn-model'
import { type NetworkOptions, trainNetwork } from '@runnel/rnn-model/train'
import { breathe } from '../breathe.ts'

/** The nets that are compared, of 64 units: one that remembers, and one that reads each letter alone. */
export const NETS: readonly { name: string; recurrent: boolean }[] = [
  { name: 'feed-forward', recurrent: false },
  { name: 'SimpleRNN', recurrent: true },
]

/**
 * A net for Caesar: of shift 3, where it gives the plaintext letter, or of unknown shift, where it says which of
 * the 26 shifts it is.
 */
export const caesarConfig = (shift: 'known' | 'unknown'): ModelConfig => ({
  ...recipes()['caesar-3'].config,
  name: `caesar-${shift}`,
  ...(shift === 'unknown' && { task: { kind: 'recognise-key' as const, cipher: 'caesar', keys: 26 } }),
})

/**
 * Trains one net. Without recurrence its windows have one step and its state is always zero, which makes it
 * feed-forward: h = tanh(W x + b), then a softmax.
 */
export const trainCaesar = async (
  shift: 'known' | 'unknown',
  recurrent: boolean,
  { learn, held }: { learn: string; held: string },
  {
    characters,
    seed,
    signal,
    advance,
  }: { characters: number; seed: number; signal: AbortSignal; advance?: (done: number) => void },
): Promise<{ definition: ModelDefinition; right: number }> => {
  const [length, batchSize] = recurrent ? [50, 32] : [1, 256]
  const options: NetworkOptions = {
    length,
    batchSize,
    shards: 1,
    epochs: 1,
    stepsPerEpoch: Math.ceil(characters / (length * batchSize)),
    learningRate: 0.005,
    warmUp: 50,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-8,
    clip: 1,
    seed,
    sampling: {
      carry: recurrent,
      fresh: recurrent ? 0.1 : 0,
      spaceless: 0,
      early: 0,
      keyChange: recurrent ? 0 : 0.1,
    },
  }
  const onProgress = ({ step, steps }: { step: number; steps: number }) => advance?.(step / steps)
  const result = await trainNetwork(caesarConfig(shift), learn, held, options, {
    threads: 1,
    signal,
    onProgress,
  })
  await breathe(signal)
  return { definition: result.definition, right: result.history[0].validationAccuracy }
}
