import { SnapshotFormatError } from '../errors.ts'
import type { SymbolTable } from '../keys/symbol.ts'
import type { SectionReader } from '../saving/sections.ts'
import type { NamedLanguage, PossibleKey } from '../session/inference.ts'
import type { Belief } from './belief.ts'
import { LedBelief } from './led-belief.ts'
import { Mixture } from './mixture.ts'
import { OwnSymbols } from './own-symbols.ts'

/** A language that text may be in. */
export interface LanguagePlan {
  readonly code: string
  /** Name of the alphabet that its ciphers move, and the symbols of these, where it is not that of the stream. */
  readonly over?: { readonly name: string; readonly symbols: SymbolTable } | undefined
  /** Its probability before anything is read, against that of the others. */
  readonly share: number
  /** Starts a belief about the keys of text in it, or takes one up. */
  createKeys(saved?: SectionReader): Belief
}

/** Keys over an alphabet of a language's own. */
class OverAlphabet extends OwnSymbols<Belief> {
  protected readonly lead: Belief

  constructor(symbols: SymbolTable, keys: Belief) {
    super(symbols)
    this.lead = keys
  }

  /** A probe would be given symbols of the stream. */
  override get probes(): undefined {
    return undefined
  }
}

/**
 * Keys of text whose language is not known: a search in each language, weighed by the probability of what each has read.
 * A language that has become too improbable is let go; the one that is left reads on alone.
 */
export class AmongLanguages extends LedBelief<Mixture> {
  protected readonly lead: Mixture

  constructor(languages: readonly LanguagePlan[], saved?: SectionReader) {
    super()
    const restore = (name: string, from: SectionReader): Belief => {
      const found = languages.find((language) => nameOf(language) === name)
      if (!found) throw new SnapshotFormatError('mixture', `no language ${JSON.stringify(name)}`)
      return keysOf(found, from)
    }
    const [{ share: first }] = languages
    this.lead = saved
      ? Mixture.restore(saved, restore)
      : new Mixture(
          languages.map((language) => ({
            name: nameOf(language),
            belief: keysOf(language),
            odds: language.share / first,
          })),
        )
  }

  /** The likeliest language, whichever alphabet its ciphers move. */
  override get language(): NamedLanguage {
    const shares = new Map<string, number>()
    for (const { name, share } of this.lead.shares()) {
      shares.set(codeOf(name), (shares.get(codeOf(name)) ?? 0) + share)
    }
    const [code, probability] = [...shares].reduce((best, other) => (other[1] > best[1] ? other : best))
    return { code, probability }
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
      .flatMap(({ name, belief, share }) =>
        belief
          .possibleKeys()
          .map((key) => ({ ...key, language: codeOf(name), probability: key.probability * share })),
      )
      .sort((a, b) => b.probability - a.probability)
  }
}

/** Name of a language among others: its code, and that of its alphabet where this is not the stream's. */
export const variantName = (code: string, alphabet: { readonly name: string } | undefined): string =>
  alphabet ? `${code} ${alphabet.name}` : code

const nameOf = ({ code, over }: LanguagePlan): string => variantName(code, over)

const codeOf = (name: string): string => name.split(' ')[0]

const keysOf = ({ over, createKeys }: LanguagePlan, saved?: SectionReader): Belief => {
  const keys = createKeys(saved)
  return over ? new OverAlphabet(over.symbols, keys) : keys
}
