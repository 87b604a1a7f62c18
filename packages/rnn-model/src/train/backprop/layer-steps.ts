import { gruSteps } from './gru.ts'
import { gruResetBeforeSteps } from './gru-reset-before.ts'
import type { CreateLayerSteps } from './layer.ts'
import { lstmSteps } from './lstm.ts'
import { simpleRnnSteps } from './simple-rnn.ts'

/** Back-propagation through each cell, by its name. */
export const layerSteps: Readonly<Record<string, CreateLayerSteps>> = {
  'simple-rnn': simpleRnnSteps,
  gru: gruSteps,
  'gru-reset-before': gruResetBeforeSteps,
  lstm: lstmSteps,
}
