import type { ModelConfig } from './config.ts'
import { ModelFormatError } from './errors.ts'

/**
 * Checks the values of a configuration, which a file may have filled with anything. Alphabet and cells are
 * left to the tokenizer and to `cellOf`.
 *
 * @throws ModelFormatError
 */
export const checkConfig = ({ name, tokenizer, input, layers, task }: ModelConfig): void => {
  demand(typeof name === 'string', 'name', 'a string', name)
  demand(typeof tokenizer?.alphabet === 'string', 'alphabet', 'a string', tokenizer)
  demand(input === 'one-hot' || input === 'scalar', 'input', 'one-hot or scalar', input)
  demand(Array.isArray(layers) && layers.length > 0, 'layers', 'at least one', layers)
  for (const layer of layers) {
    demand(Number.isSafeInteger(layer?.units) && layer.units > 0, 'units', 'a positive integer', layer)
  }
  demand(task?.kind === 'transduce', 'task', 'the kind transduce', task)
  demand(
    task.direction === 'decipher' || task.direction === 'encipher',
    'direction',
    'decipher or encipher',
    task.direction,
  )
  demand(typeof task.cipher === 'string', 'cipher', 'a string', task.cipher)
  demand(typeof task.key === 'object' && task.key !== null, 'key', 'an object', task.key)
}

const demand = (holds: boolean, field: string, expected: string, received: unknown): void => {
  if (!holds) throw new ModelFormatError(field, expected, String(JSON.stringify(received)).slice(0, 80))
}
