import { type Balance, balanceAt, checkBalance, type Rate } from '../work/allowance.ts'
import { CROWDED, FULL_FOR_CHUNKS } from '../work/constants.ts'
import { Job, type Meter } from '../work/job.ts'
import type { Work } from '../work/work.ts'
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

  /** Begins the work of the step. @throws RefusedError when as many wait for their turn as may */
  begin(meter: Meter): Job {
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
