/**
 * Keeps the page for times without a network, once it stands.
 *
 * @param tell called when a new version waits, with a function that reloads the page to take it
 */
export const registerOffline = (tell: (take: () => void) => void): void => {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const register = async (): Promise<void> => {
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
      })
    })
  }
  // After the page has drawn: what it needs first comes first. Without the right to keep anything it works all the same.
  const soon = (): void => void setTimeout(() => void register().catch(() => {}), 1000)
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon)
}
