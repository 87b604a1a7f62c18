import type { CipherSymbol } from '../../keys/symbol.ts'
import type { SectionReader } from '../../saving/sections.ts'
import { LedBelief } from '../led-belief.ts'
import { Mixture } from '../mixture.ts'
import type { PeriodicBelief } from './periodic-belief.ts'

/** Text that keys are told apart by. */
const SAMPLE = 'abcdefghijklmnopqrstuvwxyz'.repeat(20)

/**
 * Keys that repeat, of several families, told apart by what they read: each family seeks its own, and they are weighed
 * against one another. Where two have found keys that read alike, such as a Gronsfeld key and the Vigenère key of the same
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

  override read(symbol: CipherSymbol, share?: number): number {
    const likely = this.lead.read(symbol, share)
    if (this.lead.members.length > 1) this.#join()
    return likely
  }

  /** Lets found keys go that read as a likelier one does. */
  #join(): void {
    const found = this.lead.members.filter(({ belief }) => belief.isCertain)
    if (found.length < 2) return
    const best = found.reduce((most, one) => (one.odds > most.odds ? one : most))
    const readingOf = (belief: PeriodicBelief): string | undefined => belief.possibleKeys()[0]?.read(SAMPLE)
    const reading = readingOf(best.belief)
    for (const { name, belief } of found) {
      if (name !== best.name && readingOf(belief) === reading) this.lead.remove(name)
    }
  }
}
