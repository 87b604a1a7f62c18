import type { InSteps } from '../in-steps.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { PossibleKey } from '../session/inference.ts'
import type { Belief } from './belief.ts'
import { LEAST_SHARE } from './constants.ts'
import { LedBelief } from './led-belief.ts'

/** A belief that takes part in a mixture. */
export interface Member<Kind extends Belief = Belief> {
  /** Tells it from the others, in snapshots. */
  readonly name: string
  readonly belief: Kind
  /** Odds that it is right, against the first member. */
  odds: number
}

/**
 * Beliefs that exclude one another, weighed by the probability of everything each has read. The likeliest one leads:
 * its key is told, its readings are given, with the probability that all members together give to them. One that has
 * become too improbable is let go. Products and quotients alone: the same bits in every runtime.
 */
export class Mixture<Kind extends Belief = Belief> extends LedBelief<Kind> {
  #members: Member<Kind>[]
  #lead: Member<Kind>

  constructor(members: Member<Kind>[]) {
    super()
    this.#members = members
    this.#lead = likeliest(members)
  }

  /** Takes up what `save` wrote; `restore` makes a member by name. @throws SnapshotFormatError */
  static restore<Kind extends Belief>(
    sections: SectionReader,
    restore: (name: string, saved: SectionReader) => Kind,
  ): Mixture<Kind> {
    const saved = sections.section('mixture')
    const count = saved.uint16()
    saved.demand(count > 0)
    const members: Member<Kind>[] = []
    for (let i = 0; i < count; i++) {
      const [name, odds] = [saved.text(), saved.float64()]
      saved.demand(odds > 0 && odds < Number.POSITIVE_INFINITY)
      members.push({ name, odds, belief: restore(name, sections.within(name)) })
    }
    return new Mixture(members)
  }

  /** The members that are left. */
  get members(): readonly Member<Kind>[] {
    return this.#members
  }

  /** The belief of a member. */
  find(name: string): Kind | undefined {
    return this.#members.find((member) => member.name === name)?.belief
  }

  /** The belief that is left, when all others have been let go. */
  get only(): Kind | undefined {
    return this.#members.length === 1 ? this.#lead.belief : undefined
  }

  /** The members, each with its probability. */
  shares(): { readonly name: string; readonly belief: Kind; readonly share: number }[] {
    const all = this.#members.reduce((sum, { odds }) => sum + odds, 0)
    return this.#members.map(({ name, belief, odds }) => ({ name, belief, share: odds / all }))
  }

  protected override get lead(): Kind {
    return this.#lead.belief
  }

  override get isCertain(): boolean {
    return this.#members.length === 1 && this.lead.isCertain
  }

  override read(symbol: CipherSymbol, share?: number, ahead?: number): number {
    const members = this.#members
    if (members.length === 1) return members[0].belief.read(symbol, share, ahead)
    const first = members[0].belief.read(symbol, share, ahead)
    let [before, after] = [1, first]
    for (let i = 1; i < members.length; i++) {
      const member = members[i]
      const probability = member.belief.read(symbol, share, ahead)
      before += member.odds
      after += member.odds * probability
      member.odds *= probability / first
    }
    this.#lead = likeliest(members)
    this.#keep((member) => member.odds >= this.#lead.odds * LEAST_SHARE)
    return after / before
  }

  /** Begins with each: all of them read every symbol. */
  override *begin(symbol: CipherSymbol, share?: number, ahead?: number): InSteps<void> {
    for (const { belief } of this.#members) {
      const steps = belief.begin?.(symbol, share, ahead)
      if (steps) yield* steps
    }
  }

  /** Takes a belief in, with its odds against the first member. */
  add(member: Member<Kind>): void {
    this.#members.push(member)
    this.#lead = likeliest(this.#members)
  }

  /** Lets a member go, whatever its odds; the last one stays. */
  remove(name: string): void {
    this.#keep((member) => member.name !== name)
  }

  #keep(isKept: (member: Member<Kind>) => boolean): void {
    const kept = this.#members.filter(isKept)
    if (kept.length === this.#members.length || kept.length === 0) return
    for (const member of this.#members) if (!isKept(member)) member.belief.free()
    const [{ odds }] = kept
    for (const member of kept) member.odds /= odds
    this.#members = kept
    this.#lead = likeliest(kept)
  }

  override probabilityOf(unit: number, symbol: CipherSymbol): number {
    const members = this.#members
    if (members.length === 1) return members[0].belief.probabilityOf(unit, symbol)
    let [agreeing, all] = [0, 0]
    for (const { belief, odds } of members) {
      agreeing += odds * belief.probabilityOf(unit, symbol)
      all += odds
    }
    return agreeing / all
  }

  override possibleKeys(): PossibleKey[] {
    return this.shares().flatMap(({ belief, share }) =>
      belief.possibleKeys().map((key) => ({ ...key, probability: key.probability * share })),
    )
  }

  override forget(position: number): void {
    for (const { belief } of this.#members) belief.forget(position)
  }

  override save(sections: SectionWriter): void {
    const writer = sections.section('mixture')
    writer.uint16(this.#members.length)
    for (const { name, odds, belief } of this.#members) {
      writer.text(name)
      writer.float64(odds)
      belief.save(sections.within(name))
    }
  }

  override free(): void {
    for (const { belief } of this.#members) belief.free()
  }
}

const likeliest = <Kind extends Belief>(members: readonly Member<Kind>[]): Member<Kind> => {
  let best = members[0]
  for (const member of members) if (member.odds > best.odds) best = member
  return best
}
