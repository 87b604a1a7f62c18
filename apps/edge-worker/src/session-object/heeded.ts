import type { TokenScope } from '../session-token.ts'
import { type Balance, balanceAt, checkBalance, type Rate } from '../work/allowance.ts'
import type { Bearer } from './bearer.ts'
import { limits } from './limits.ts'
import type { SessionRecord } from './session-record.ts'
import type { SharedWork } from './session-work.ts'

const rate: Rate = { most: limits.heedAtOnce * limits.heedWork, perSecond: limits.heedRate * limits.heedWork }

/**
 * Requests and messages about a session that read nothing of its text: looks at it, acknowledgements, signs of life. Those
 * of who may write and of who only reads are counted apart, so that no reader holds up a writer.
 */
export class Heeded {
  readonly #work: SharedWork
  readonly #balances = new Map<TokenScope, Balance>()

  constructor(work: SharedWork) {
    this.#work = work
  }

  /** Notes one of them. @throws RefusedError when they have been too many */
  heed({ scope }: Pick<Bearer, 'scope'>, { client }: SessionRecord, now: number): void {
    const balance = balanceAt(now, rate, this.#balances.get(scope))
    this.#balances.set(scope, balance)
    checkBalance(balance, rate, 'this session')
    balance.left -= limits.heedWork
    if (client !== undefined && scope === 'write') {
      this.#work.ledger.charge(client, this.#work.clientRate(), limits.heedWork)
    }
  }
}
