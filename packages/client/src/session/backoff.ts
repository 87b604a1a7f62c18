/** Waits before tries, and their number. */
export interface RetryOptions {
  /** Upper bound of the first wait, in milliseconds; each further one is twice as long. Default: 250. */
  first?: number | undefined
  /** Upper bound of every wait, in milliseconds. Default: 15,000. */
  longest?: number | undefined
  /** Tries in a row that lead to nothing, before it is given up. Default: 20, a few minutes. */
  attempts?: number | undefined
  /** Milliseconds that one request may take before it is sent again. Default: 20,000. */
  timeout?: number | undefined
  /** Milliseconds from the first try of a request to the end of the last. Default: 120,000. */
  deadline?: number | undefined
}

/**
 * Retries unless said otherwise. A request may be silent for as long as a socket (`SILENCE`), and six such silences are
 * as long as who opens a session may be expected to wait.
 */
export const retryDefaults = {
  first: 250,
  longest: 15_000,
  attempts: 20,
  timeout: 20_000,
  deadline: 120_000,
} as const

/**
 * Milliseconds to wait after a number of failures in a row: anything up to a bound that doubles, so that clients cut
 * off together do not come back together.
 *
 * Source: "full jitter" of M. Brooker, Exponential Backoff And Jitter, 2015.
 */
export const backoff = (
  failures: number,
  random: () => number,
  { first = retryDefaults.first, longest = retryDefaults.longest }: RetryOptions,
): number => random() * Math.min(longest, first * 2 ** failures)
