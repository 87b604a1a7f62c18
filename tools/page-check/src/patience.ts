/** Milliseconds that anything on the page may take at most, on a machine that is busy with much else. */
export const PATIENCE = 60_000

/** Options of `expect.poll`. */
export const PATIENT = { timeout: PATIENCE } as const
