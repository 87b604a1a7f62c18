import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader } from '../../saving/sections.ts'
import { LedBelief } from '../led-belief.ts'
import { Mixture } from '../mixture.ts'
import type { PeriodicBelief } from './periodic-belief.ts'

/** Text that keys are told apart by. */
const SAMPLE = 'abcdefghijklmnopqrstuvwxyz'.repeat(20)

/**
 * Keys that repeat, of several families, told apart by what they read: each family seeks its own, and they are weighed
 * against one another. Where one is certain and another reads alike, such as a Gronsfeld key and the Vigenère key of the same
 * shifts, the likelier one stays.
 */
export class FamilyMixture extends LedBelief<Mixture<PeriodicBelief>> {
  protected readonly lead: Mixture<PeriodicBelief>

  /** Of families by name, each as likely as another. */
  constructor(
    names: readonly string[],
    create: (name: string, saved?: SectionReader) => PeriodicBelief,
    saved?: SectionReader,
  ) {
    super()
    this.lead = saved
      ? Mixture.restore(saved, create)
      : new Mixture(names.map((name) => ({ name, odds: 1, belief: create(name) })))
  }

  override get probability(): number {
    const { members } = this.lead
    const all = members.reduce((sum, { odds }) => sum + odds, 0)
    const best = members.reduce((most, one) => (one.odds > most.odds ? one : most))
    return (best.belief.probability * best.odds) / all
  }

  override read(symbol: CipherSymbol, share?: number, ahead?: number): number {
    const likely = this.lead.read(symbol, share, ahead)
    if (this.lead.members.length > 1) this.#join()
    return likely
  }

  /** Of a key that is certain, and one of another family that reads as it does, lets the less likely go. */
  #join(): void {
    const { members } = this.lead
    const found = members.find(({ belief }) => belief.isCertain)
    if (!found) return
    const reading = readingOf(found.belief)
    const twin = members.find((one) => one !== found && readingOf(one.belief) === reading)
    if (twin) this.lead.remove((twin.odds > found.odds ? found : twin).name)
  }
}

/** The sample as the likeliest key reads it. */
const readingOf = (belief: PeriodicBelief): string | undefined => {
  const keys = belief.possibleKeys()
  let [best] = keys
  for (const key of keys) if (key.probability > best.probability) best = key
  return best?.read(SAMPLE)
}
