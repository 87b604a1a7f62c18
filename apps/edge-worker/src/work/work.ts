import { HeldMemory } from './held-memory.ts'
import { Ledger } from './ledger.ts'
import { Turns } from './turns.ts'

/** The turns of all streams and sessions of an isolate, the ledger of their work, and the memory they hold. */
export interface Work {
  readonly turns: Turns
  readonly ledger: Ledger
  readonly held: HeldMemory
}

/** Makes all three. */
export const createWork = (): Work => ({ turns: new Turns(), ledger: new Ledger(), held: new HeldMemory() })
