/** The longest that is waited before it is tried to keep the page once more, in milliseconds. */
const LONGEST_WAIT = 64_000

/**
 * Keeps the page for times without a network, once it stands. Where a file does not come, all are asked for again after a
 * while.
 *
 * @param tell called when a new version waits, with a function that reloads the page to take it
 */
export const registerOffline = (tell: (take: () => void) => void): void => {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const register = async (wait: number): Promise<void> => {
    const registration = await serviceWorker.register('/sw.js')
    const look = (waiting: ServiceWorker | null): void => {
      // The first one of all replaces none.
      if (!waiting || !serviceWorker.controller) return
      tell(() => {
        serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
        waiting.postMessage('take over')
      })
    }
    look(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') look(installing)
        if (installing.state === 'redundant' && !registration.active) later(wait * 4)
      })
    })
  }
  // Without the right to keep anything the page works all the same.
  const later = (wait: number): void => {
    if (wait <= LONGEST_WAIT) setTimeout(() => void register(wait).catch(() => later(wait * 4)), wait)
  }
  // After the page has drawn: what it needs first comes first.
  if (document.readyState === 'complete') later(1000)
  else addEventListener('load', () => later(1000))
}
