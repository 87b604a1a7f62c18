import type { ModelConfig, Task } from './config.ts'
import { ModelFormatError } from './errors.ts'
import { MOST_LAYERS } from './limits.ts'

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
  const isList = Array.isArray(layers) && layers.length > 0 && layers.length <= MOST_LAYERS
  demand(isList, 'layers', `1 to ${MOST_LAYERS}`, layers)
  for (const layer of layers) {
    demand(Number.isSafeInteger(layer?.units) && layer.units > 0, 'units', 'a positive integer', layer)
  }
  demand(
    Object.hasOwn(checkTask, task?.kind),
    'task',
    `one of the kinds ${Object.keys(checkTask).join(', ')}`,
    task,
  )
  checkTask[task.kind](task as never)
}

const checkTask: { [Kind in Task['kind']]: (task: Extract<Task, { kind: Kind }>) => void } = {
  transduce({ direction, cipher, key }) {
    demand(
      direction === 'decipher' || direction === 'encipher',
      'direction',
      'decipher or encipher',
      direction,
    )
    demand(typeof cipher === 'string', 'cipher', 'a string', cipher)
    demand(typeof key === 'object' && key !== null, 'key', 'an object', key)
  },
  language() {},
  'recognise-key'({ cipher, keys }) {
    demand(typeof cipher === 'string', 'cipher', 'a string', cipher)
    demand(Number.isSafeInteger(keys) && keys > 1, 'keys', 'an integer above 1', keys)
  },
}

const demand = (holds: boolean, field: string, expected: string, received: unknown): void => {
  if (!holds) throw new ModelFormatError(field, expected, String(JSON.stringify(received)).slice(0, 80))
}
