import { type Balance, balanceAt, checkBalance, type Rate } from './allowance.ts'
import { CLIENTS } from './constants.ts'

/**
 * The work that clients of an isolate may still do. What has begun is finished, and what it cost too much is owed: nothing
 * is lost by a refusal.
 */
export class Ledger {
  readonly #now: () => number
  readonly #most: number
  readonly #balances = new Map<string, Balance>()

  constructor(now: () => number = Date.now, most: number = CLIENTS) {
    this.#now = now
    this.#most = most
  }

  /** Gives the work that a client has left. @throws RefusedError when it owes some */
  check(client: string, rate: Rate): number {
    const balance = balanceAt(this.#now(), rate, this.#balances.get(client))
    checkBalance(balance, rate, 'this client')
    return balance.left
  }

  /** Notes work of a client. */
  charge(client: string, rate: Rate, work: number): void {
    const balance = balanceAt(this.#now(), rate, this.#balances.get(client))
    balance.left -= work
    // Who was charged last comes last; who was charged least lately has most left again.
    this.#balances.delete(client)
    this.#balances.set(client, balance)
    for (const oldest of this.#balances.keys()) {
      if (this.#balances.size <= this.#most) break
      this.#balances.delete(oldest)
    }
  }
}
