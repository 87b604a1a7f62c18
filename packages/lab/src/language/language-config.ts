import { recipes } from '@runnel/models/recipes'
import type { ModelConfig } from '@runnel/rnn-model'

/** A language model like `english`, of another cell or size. */
export const languageConfig = (cell: string, units: number): ModelConfig => ({
  ...recipes().english.config,
  name: `${cell}-${units}`,
  layers: [{ cell, units }],
})
