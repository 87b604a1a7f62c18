import { HeldText } from './held-text.ts'
import { Ledger } from './ledger.ts'
import { Turns } from './turns.ts'

/** What all streams and sessions of an isolate share: their turns, the ledger of their work, and the text they hold. */
export interface Work {
  readonly turns: Turns
  readonly ledger: Ledger
  readonly held: HeldText
}

/** Makes all three. */
export const createWork = (): Work => ({ turns: new Turns(), ledger: new Ledger(), held: new HeldText() })
