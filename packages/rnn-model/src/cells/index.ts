import type { Cell } from './cell.ts'
import { simpleRnn } from './simple-rnn.ts'

/** Every kind of cell that Runnel can run. */
export const cells: readonly Cell[] = [simpleRnn]
