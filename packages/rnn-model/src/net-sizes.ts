import type { ModelConfig } from './config.ts'
import { tokenizerOf } from './tokenizer-of.ts'

/** Length of the input vector of one time step. */
export const inputSize = (config: ModelConfig): number =>
  config.input === 'scalar' ? 1 : tokenizerOf(config).vocabulary

/** Length of what one time step gives. */
export const outputSize = (config: ModelConfig): number =>
  config.task.kind === 'recognise-key' ? config.task.keys : tokenizerOf(config).vocabulary
