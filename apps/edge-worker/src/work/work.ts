import { Ledger } from './ledger.ts'
import { Turns } from './turns.ts'

/** The turns and the ledger that all streams and sessions of an isolate share. */
export interface Work {
  readonly turns: Turns
  readonly ledger: Ledger
}

/** Makes both. */
export const createWork = (): Work => ({ turns: new Turns(), ledger: new Ledger() })
