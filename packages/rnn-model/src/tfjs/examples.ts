import { createCipher, type PaddedSequences, padSequences } from '@runnel/core'
import type { ModelConfig } from '../config.ts'
import { taskOf } from '../task-of.ts'
import { tokenizerOf } from '../tokenizer-of.ts'

/** Training pairs, each `[rows, length]` row after row. */
export interface Examples {
  /** Ids that the net reads. */
  inputs: Uint16Array
  /** Ids that it should give. */
  targets: Uint16Array
  /** 1 where there is a symbol, 0 where there is padding. */
  mask: Uint8Array
  shape: [rows: number, length: number]
}

/**
 * Makes training pairs from plaintext: its sentences, each with its ciphertext, as ids padded to `length`
 * with 0 at the end; longer ones take several rows.
 */
export const makeExamples = (config: ModelConfig, plaintext: string, length: number): Examples => {
  const tokenizer = tokenizerOf(config)
  const task = taskOf(config, 'transduce')
  const cipher = createCipher(task.cipher)
  const key = cipher.parseKey(Object.values(task.key).join())
  const sentences = plaintext.split(/(?<=[.!?]["'”’)]*)\s+|\n+/).filter((sentence) => sentence.length > 0)
  const rows = (text: (sentence: string) => string): PaddedSequences =>
    padSequences(
      sentences.map((sentence) => tokenizer.encode(text(sentence))),
      { length },
    )
  const plain = rows((sentence) => sentence)
  const enciphered = rows((sentence) => cipher.encrypt(sentence, key))
  const [inputs, targets] =
    task.direction === 'decipher' ? [enciphered.ids, plain.ids] : [plain.ids, enciphered.ids]
  return { inputs, targets, mask: plain.mask, shape: plain.shape }
}

/** The given rows of `examples`, in that order. */
export const takeRows = (
  { inputs, targets, mask, shape: [, length] }: Examples,
  rows: number[],
): Examples => {
  const pick = <T extends Uint8Array | Uint16Array>(from: T, to: T): T => {
    rows.forEach((row, i) => {
      to.set(from.subarray(row * length, (row + 1) * length), i * length)
    })
    return to
  }
  const size = rows.length * length
  return {
    inputs: pick(inputs, new Uint16Array(size)),
    targets: pick(targets, new Uint16Array(size)),
    mask: pick(mask, new Uint8Array(size)),
    shape: [rows.length, length],
  }
}
