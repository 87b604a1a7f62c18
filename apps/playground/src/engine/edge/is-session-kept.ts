/** Name of a session at the edge in `sessionStorage`. */
export const KEPT_SESSION = 'runnel.edge-session'

/** Whether a session at the edge was kept for a reload. */
export const isSessionKept = (): boolean => {
  try {
    return sessionStorage.getItem(KEPT_SESSION) !== null
  } catch {
    // Storage may be forbidden: nothing is kept then.
    return false
  }
}
