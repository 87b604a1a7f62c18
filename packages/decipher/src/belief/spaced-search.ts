import { isSpace } from '@runnel/core'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { ByteReader } from '../saving/bytes.ts'
import type { KeySearch } from './beam/key-search.ts'
import type { Probes } from './belief.ts'
import type { KeyProbe } from './change/key-probe.ts'
import { LedBelief } from './led-belief.ts'

/** A search for which spaces either part words, or are the layout of a telegram and mean nothing. */
export class SpacedSearch extends LedBelief<KeySearch> implements Probes<KeyProbe> {
  protected readonly lead: KeySearch
  readonly #passesSpaces: boolean

  constructor(search: KeySearch, passesSpaces: boolean) {
    super()
    this.lead = search
    this.#passesSpaces = passesSpaces
  }

  /** Letters that go unread would leave gaps in a phase, and slots empty. */
  override get probes(): Probes | undefined {
    return this.lead.isListed ? this : undefined
  }

  /** A space that is passed over is no surprise. */
  override read(symbol: CipherSymbol): number {
    const isPassed = this.#passesSpaces && symbol.index === -1 && isSpace(symbol.unit)
    return isPassed ? 1 : this.lead.read(symbol)
  }

  /** One that stands where this one does, and passes spaces over. */
  forkPassingSpaces(): SpacedSearch {
    return new SpacedSearch(this.lead.fork(), true)
  }

  /** Where spaces part words, a probe begins a word as a stream begins. */
  create(symbol: CipherSymbol): KeyProbe {
    const isStart = !this.#passesSpaces && symbol.index === -1 && isSpace(symbol.unit)
    const probe = this.#passing(this.lead.createProbe(isStart))
    if (!isStart) probe.read(symbol)
    return probe
  }

  restore(saved: ByteReader): KeyProbe {
    return this.#passing(this.lead.restoreProbe(saved))
  }

  adopt(probe: KeyProbe): void {
    this.lead.adopt(probe)
  }

  #passing(probe: KeyProbe): KeyProbe {
    if (this.#passesSpaces) probe.passesOver = isSpace
    return probe
  }
}
