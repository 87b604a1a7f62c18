import { SnapshotFormatError } from '../errors.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { NamedLanguage, PossibleKey } from '../session/inference.ts'
import type { Belief } from './belief.ts'
import { LedBelief } from './led-belief.ts'
import { Mixture } from './mixture.ts'

/** A language that text may be in. */
export interface LanguagePlan {
  readonly code: string
  /** Its probability before anything is read, against that of the others. */
  readonly share: number
  /** Starts a belief about the keys of text in it, or takes one up. */
  createKeys(saved?: SectionReader): Belief
}

/**
 * Keys of text whose language is not known: a search in each language, weighed by the probability of what each has read.
 * A language that has become too improbable is let go; the one that is left reads on alone.
 */
export class AmongLanguages extends LedBelief<Mixture> {
  protected readonly lead: Mixture

  constructor(languages: readonly LanguagePlan[], saved?: SectionReader) {
    super()
    const restore = (code: string, from: SectionReader): Belief => {
      const found = languages.find((language) => language.code === code)
      if (!found) throw new SnapshotFormatError('mixture', `no language ${JSON.stringify(code)}`)
      return found.createKeys(from)
    }
    const [{ share: first }] = languages
    this.lead = saved
      ? Mixture.restore(saved, restore)
      : new Mixture(
          languages.map(({ code, share, createKeys }) => ({
            name: code,
            belief: createKeys(),
            odds: share / first,
          })),
        )
  }

  /** The likeliest language. */
  get language(): NamedLanguage {
    const [first, ...others] = this.lead.shares()
    const best = others.reduce((leading, other) => (other.share > leading.share ? other : leading), first)
    return { code: best.name, probability: best.share }
  }

  /** That of the best key, whichever language it reads. */
  override get probability(): number {
    const best = JSON.stringify(this.key)
    return this.lead
      .shares()
      .filter(({ belief }) => JSON.stringify(belief.key) === best)
      .reduce((sum, { belief, share }) => sum + share * belief.probability, 0)
  }

  /** The likeliest first: of a key that several languages read, that which reads it best. */
  override possibleKeys(): PossibleKey[] {
    return this.lead
      .shares()
      .flatMap(({ name: language, belief, share }) =>
        belief.possibleKeys().map((key) => ({ ...key, language, probability: key.probability * share })),
      )
      .sort((a, b) => b.probability - a.probability)
  }
}
