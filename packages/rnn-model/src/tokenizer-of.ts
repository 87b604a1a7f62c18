import { createTokenizer, type Tokenizer } from '@runnel/core'
import type { ModelConfig } from './config.ts'

/** The tokenizer a net was trained with. @throws InvalidOptionError */
export const tokenizerOf = ({ tokenizer: { alphabet, ...classes } }: ModelConfig): Tokenizer =>
  createTokenizer(alphabet, classes)
