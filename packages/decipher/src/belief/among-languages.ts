import { SnapshotFormatError } from '../errors.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { NamedLanguage, PossibleKey } from '../session/inference.ts'
import { GroupedText } from './grouped-text.ts'
import type { SearchPlan } from './hypothesis/plan.ts'
import { LedBelief } from './led-belief.ts'
import { Mixture } from './mixture.ts'

/** A language that text may be in: its code, how it is searched, and how likely it is before anything is read. */
export interface LanguagePlan {
  readonly code: string
  readonly plan: SearchPlan
  readonly share: number
}

/**
 * Keys of text whose language is not known: a search in each language, weighed by the probability of what each has read.
 * A language that has become too improbable is let go; the one that is left reads on alone.
 */
export class AmongLanguages extends LedBelief<Mixture<GroupedText>> {
  protected readonly lead: Mixture<GroupedText>

  constructor(languages: readonly LanguagePlan[], saved?: SectionReader) {
    super()
    const planOf = (code: string): SearchPlan => {
      const found = languages.find((language) => language.code === code)
      if (!found) throw new SnapshotFormatError('mixture', `no language ${JSON.stringify(code)}`)
      return found.plan
    }
    this.lead = saved
      ? Mixture.restore(saved, (code, from) => new GroupedText(planOf(code), from))
      : new Mixture(
          languages.map(({ code, plan, share }) => ({
            name: code,
            belief: new GroupedText(plan),
            odds: share / languages[0].share,
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

  override possibleKeys(): PossibleKey[] {
    return this.lead
      .shares()
      .flatMap(({ name: language, belief, share }) =>
        belief.possibleKeys().map((key) => ({ ...key, language, probability: key.probability * share })),
      )
  }
}
