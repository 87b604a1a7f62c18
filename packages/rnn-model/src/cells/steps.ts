import type { CellStep } from './cell.ts'
import { stepGru } from './gru.ts'
import { stepGruResetBefore } from './gru-reset-before.ts'
import { stepLstm } from './lstm.ts'
import { stepSimpleRnn } from './simple-rnn.ts'

/** The equations of each cell in plain JavaScript, by its name. */
export const cellSteps: Readonly<Record<string, CellStep>> = {
  'simple-rnn': stepSimpleRnn,
  gru: stepGru,
  'gru-reset-before': stepGruResetBefore,
  lstm: stepLstm,
}
