import { RefusedError } from '../refused-error.ts'

/** Work that somebody may do: so much at once, and so much a second. */
export interface Rate {
  readonly most: number
  readonly perSecond: number
}

/** Work that is left to somebody, at a time in milliseconds since 1970; below 0 it is owed. */
export interface Balance {
  left: number
  at: number
}

/** Gives a balance as it is now, at its most where there was none. */
export const balanceAt = (now: number, { most, perSecond }: Rate, balance?: Balance): Balance => {
  if (!balance) return { left: most, at: now }
  const earned = (Math.max(0, now - balance.at) / 1000) * perSecond
  return { left: Math.min(most, balance.left + earned), at: now }
}

/** @throws RefusedError when work is owed, with the seconds until it no longer is */
export const checkBalance = ({ left }: Balance, { perSecond }: Rate, who: string): void => {
  if (left > 0) return
  const retryAfter = Math.ceil((1 - left) / perSecond)
  throw new RefusedError(
    'work_limited',
    `${who} has asked for more work than it may: come back in ${retryAfter} seconds`,
    { retryAfter },
  )
}
