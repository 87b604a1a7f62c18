import { isSpace } from '@runnel/core'
import type { CipherSymbol } from '../../keys/symbol.ts'
import { KeyProbe } from '../change/key-probe.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import type { Spaces } from './spaces.ts'

/** A probe with a key. Where spaces part words, it begins a word as a stream begins. */
export const beginProbe = (
  plan: SearchPlan,
  { trail, id, state }: Hypothesis,
  symbol: CipherSymbol,
  { spaces, passesOver }: { spaces: Spaces; passesOver(symbol: CipherSymbol): boolean },
): KeyProbe => {
  const isStart = spaces === 'read' && symbol.index === -1 && isSpace(symbol.unit)
  if (isStart) return new KeyProbe(plan, trail.row)
  const probe = new KeyProbe(plan, trail.row, { id, state: plan.copy(state) })
  Object.assign(probe, { passesOver }).read(symbol)
  return probe
}
