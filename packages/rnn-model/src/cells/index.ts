import type { Cell } from './cell.ts'
import { gru } from './gru.ts'
import { gruResetBefore } from './gru-reset-before.ts'
import { lstm } from './lstm.ts'
import { simpleRnn } from './simple-rnn.ts'

/** Every kind of cell that Runnel can run. */
export const cells: readonly Cell[] = [simpleRnn, gru, gruResetBefore, lstm]
