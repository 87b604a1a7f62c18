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

/** Work of the steps of a session that were asked for, besides what they read: a burst of them is charged as one is. */
export class AskedWork {
  readonly #work: SharedWork
  /** Of those that no step was taken for since; and the same less what was earned between bursts, which refusals go by. */
  #owed = 0
  #pressing = 0
  #latest = 0
  #sinceTurn = 0

  constructor(work: SharedWork) {
    this.#work = work
  }

  /** Notes that a step is asked for. @throws RefusedError when too many were, and none could be taken */
  ask({ client, balance }: SessionRecord, now: number): void {
    if (client !== undefined) this.#work.ledger.charge(client, this.#work.clientRate(), limits.stepWork)
    const { left } = balanceAt(now, rate, balance)
    const since = now - this.#latest
    if (since > limits.burst) this.#pressing = Math.max(0, this.#pressing - (since / 1000) * rate.perSecond)
    checkBalance({ left: left - this.#pressing, at: now }, rate, 'this session')
    this.#pressing += limits.stepWork
    this.#owed = Math.min(rate.most, this.#owed + limits.stepWork)
    if (since > limits.burst) this.#sinceTurn = 0
    this.#latest = now
    this.#sinceTurn += limits.stepWork
  }

  /** Gives what is owed, to be charged with a step, and what was done without a turn. */
  take(): { owed: number; sinceTurn: number } {
    const taken = { owed: this.#owed, sinceTurn: this.#sinceTurn }
    this.#owed = 0
    this.#pressing = 0
    return taken
  }

  /** Notes what the step did since its latest turn. */
  note(sinceTurn: number): void {
    this.#sinceTurn = sinceTurn
  }
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
  begin(meter: Meter, asked: AskedWork): Job {
    const { turns, ledger, clientRate } = this.#work
    const { owed, sinceTurn } = asked.take()
    this.#done += owed
    this.#balance.left -= owed
    const charge = (work: number) => {
      this.#done += work
      this.#balance.left -= work
      if (this.#client !== undefined) ledger.charge(this.#client, clientRate(), work)
    }
    const begun = turns.admit(this.#balance.left > rate.most / 2 ? FULL_FOR_CHUNKS : CROWDED)
    return new Job({ turns, meter, begun, charge, sinceTurn })
  }
}
