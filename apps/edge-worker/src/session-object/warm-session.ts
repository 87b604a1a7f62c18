import { InvalidOptionError } from '@runnel/core'
import { type DecipherSession, inSteps, SnapshotFormatError, SnapshotMismatchError } from '@runnel/decipher'
import type { DecipherQuery } from '../decipher-query.ts'
import { ModelUnavailableError } from '../model-shelf.ts'
import { RefusedError } from '../refused-error.ts'
import type { MeteredDecipherer } from '../shared-decipherers.ts'
import { Job, type Meter } from '../work/job.ts'
import type { Turns } from '../work/turns.ts'
import { freshDigest } from './fresh-digest.ts'
import { readSlices } from './read-slices.ts'
import type { SessionStore } from './session-record.ts'

/** Makes the decipherer of a session; `charge` is told of the work where none is kept. */
export type MakeDecipherer = (
  options: DecipherQuery,
  charge?: (work: number) => void,
) => Promise<MeteredDecipherer>

/** The session in memory: it is what is stored, kept warm, and is made of that again when it was let go. */
export class WarmSession {
  readonly #store: SessionStore
  readonly #turns: Turns
  readonly #make: MakeDecipherer
  #decipherer: MeteredDecipherer | undefined
  #session: DecipherSession | undefined

  constructor(store: SessionStore, turns: Turns, make: MakeDecipherer) {
    this.#store = store
    this.#turns = turns
    this.#make = make
  }

  /** Makes the decipherer of a session that may begin. @throws InvalidOptionError when there is none */
  make(options: DecipherQuery, charge: (work: number) => void): Promise<MeteredDecipherer> {
    return this.#make(options, charge)
  }

  /** Has the session made by a decipherer from now on. */
  use(decipherer: MeteredDecipherer): void {
    this.#decipherer = decipherer
  }

  /** Loads what the stored session needs, if there is one; a model that is gone is told at the next step. */
  async restore(): Promise<void> {
    try {
      await this.ready()
    } catch (error) {
      if (!(error instanceof RefusedError) && !ModelUnavailableError.isInstance(error)) throw error
    }
  }

  /**
   * Sees that the stored session has a decipherer.
   *
   * @throws RefusedError when its model is gone
   * @throws ModelUnavailableError when it cannot be had at present
   */
  async ready(): Promise<void> {
    const record = this.#store.find()
    if (this.#decipherer || !record) return
    try {
      this.use(await this.#make(record.options))
    } catch (error) {
      throw InvalidOptionError.isInstance(error) ? modelChanged() : error
    }
  }

  /** Meter of its work. @throws RefusedError when its model is gone */
  get meter(): Meter {
    return this.#known.meter
  }

  /** Tells whether a session is still the one in memory. */
  has(session: DecipherSession): boolean {
    return this.#session === session
  }

  /**
   * Gives the session. Where it was let go, the steps since the snapshot are read again: none of their events is told
   * twice, and their work, which is bounded, is not charged twice.
   *
   * @throws RefusedError when its model is gone, or it is let go meanwhile
   */
  async resume(): Promise<DecipherSession> {
    if (this.#session) return this.#session
    const { since = [] } = this.#store.read()
    const session = this.#start()
    this.#session = session
    for (const step of since) {
      if (!this.has(session)) throw letGo()
      const [job, isHere] = [this.#uncharged(), () => this.has(session)]
      if (step === null) await job.do(0, () => inSteps(session).settle(), isHere)
      else await readSlices(session, { chunk: step, end: false }, job, isHere)
    }
    return session
  }

  /** Gives back the memory of the session; what is stored stays. */
  free(): void {
    this.#session?.free()
    this.#session = undefined
  }

  #start(): DecipherSession {
    const { fresh } = this.#store.read()
    if (fresh !== undefined) return this.#startAnew(fresh)
    try {
      return this.#known.createSession(this.#store.readSnapshot())
    } catch (error) {
      // A deploy may have changed what a snapshot is, too.
      if (!SnapshotMismatchError.isInstance(error) && !SnapshotFormatError.isInstance(error)) throw error
      throw modelChanged(error)
    }
  }

  /** Begins from nothing; @throws RefusedError when a session would not have begun so any more */
  #startAnew(fresh: string): DecipherSession {
    if (freshDigest(this.#known) !== fresh) throw modelChanged()
    return this.#known.createSession()
  }

  get #known(): MeteredDecipherer {
    if (!this.#decipherer) throw modelChanged()
    return this.#decipherer
  }

  #uncharged(): Job {
    return new Job({
      turns: this.#turns,
      meter: this.meter,
      // It waits for nobody to be let in.
      begun: () => {},
      charge: () => {},
    })
  }
}

/** Error of a step whose session was let go while it was read. */
export const letGo = (): RefusedError => new RefusedError('interrupted', 'the session was let go: send again')

const modelChanged = (cause?: Error): RefusedError =>
  new RefusedError(
    'model_changed',
    'the model or its arithmetic was replaced since the session began: make another',
    {},
    { cause },
  )
