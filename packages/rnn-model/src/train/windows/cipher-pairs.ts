import { InvalidOptionError } from '@runnel/core'
import type { RecogniseKeyTask, TransduceTask } from '../../config.ts'
import { readNoisy } from './noise.ts'
import type { PairMaker } from './pair-maker.ts'
import type { Sampling } from './sampling.ts'
import type { SymbolClasses, TextReader } from './text-reader.ts'

/**
 * Letters enciphered with Caesar, and their keys or their plaintext. The shift is random, and changes now and
 * then, unless the task names one. What is no letter is read, but there is nothing to learn from it.
 *
 * @throws InvalidOptionError for another cipher
 */
export const cipherPairs = (
  reader: TextReader,
  classes: SymbolClasses,
  task: RecogniseKeyTask | TransduceTask,
  { keyChange }: Sampling,
): PairMaker => {
  if (task.cipher !== 'caesar') throw new InvalidOptionError('cipher', task.cipher, 'caesar')
  const { letterOf, letters } = classes
  const fixed = task.kind === 'transduce' ? Number(task.key.shift) : Number.NaN
  const known = Number.isSafeInteger(fixed)
  const keys = letters.length
  return {
    start: (random) => (known ? fixed : random.integer(keys)),
    next(stream, random) {
      const id = readNoisy(reader, classes, stream, random)
      const letter = letterOf[id]
      if (letter === -1) return { input: id, target: 0, counts: false }
      if (!known && random.next() < keyChange) stream.memory = random.integer(keys)
      const input = letters[(letter + stream.memory) % keys]
      return { input, target: task.kind === 'recognise-key' ? stream.memory : id, counts: true }
    },
  }
}
