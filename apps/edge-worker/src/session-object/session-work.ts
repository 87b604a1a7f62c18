import type { DecipherEvent, DecipherSession } from '@runnel/decipher'
import { coalesceEvents } from '../coalesce-events.ts'
import { type Balance, balanceAt, checkBalance, type Rate } from '../work/allowance.ts'
import { CROWDED, FULL_FOR_CHUNKS } from '../work/constants.ts'
import { Job, type Meter } from '../work/job.ts'
import type { Work } from '../work/work.ts'
import type { Chunk } from './chunk.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'

const rate: Rate = { most: limits.workAtOnce, perSecond: limits.workRate }

/** The work of an isolate, and how much of it one client may ask for. */
export interface SharedWork extends Work {
  clientRate(): Rate
}

/** Work of one step of a session, in turns with all else in the isolate. */
export class SessionWork {
  readonly #work: SharedWork
  readonly #client: string | undefined
  readonly #balance: Balance
  #done: number

  /** @throws RefusedError when the session or its client owes work */
  constructor(work: SharedWork, { client, balance, work: done = 0 }: SessionRecord, now: number) {
    this.#work = work
    this.#client = client
    this.#balance = balanceAt(now, rate, balance)
    this.#done = done
    checkBalance(this.#balance, rate, 'this session')
    if (client !== undefined) work.ledger.check(client, work.clientRate())
  }

  /** The part of the record that the step has changed. */
  get record(): Pick<SessionRecord, 'balance' | 'work'> {
    return { balance: this.#balance, work: this.#done }
  }

  /**
   * Reads a chunk, slice by slice; `isHere` says whether the session still is.
   *
   * @throws RefusedError when as many wait for their turn as may
   */
  async read(
    session: DecipherSession,
    { chunk, end }: Chunk,
    meter: Meter,
    isHere: () => boolean,
  ): Promise<DecipherEvent[]> {
    const job = this.#job(meter)
    let events: DecipherEvent[] = []
    const step = (letters: number, act: () => DecipherEvent[]) =>
      job.do(letters, () => {
        if (isHere()) events = coalesceEvents([...events, ...act()])
      })
    for (let at = 0; at < chunk.length; ) {
      const slice = chunk.slice(at, at + job.slice)
      at += slice.length
      await step(slice.length, () => session.push(slice))
    }
    if (end) await job.do(0, () => void (isHere() && events.push(...session.flush())))
    job.end()
    return events
  }

  /** Makes final what waits. */
  settle(session: DecipherSession, meter: Meter): Promise<DecipherEvent[]> {
    const job = this.#job(meter)
    return job.do(0, () => session.settle()).finally(() => job.end())
  }

  #job(meter: Meter): Job {
    const { turns, ledger, clientRate } = this.#work
    const charge = (work: number) => {
      this.#done += work
      this.#balance.left -= work
      if (this.#client !== undefined) ledger.charge(this.#client, clientRate(), work)
    }
    return new Job({
      turns,
      meter,
      room: this.#balance.left > rate.most / 2 ? FULL_FOR_CHUNKS : CROWDED,
      charge,
    })
  }
}
