/**
 * Puts a service worker in place of the browser's, to be run in a page before it loads: one version reads, and another one
 * waits. It takes over where it is told to, as the page's own does.
 */
export const waitingVersion = (): void => {
  const container = new EventTarget()
  const waiting = {
    postMessage(message: string) {
      if (message === 'take over') container.dispatchEvent(new Event('controllerchange'))
    },
  }
  const registration = Object.assign(new EventTarget(), { waiting, installing: null, active: null })
  Object.assign(container, { controller: {}, register: async () => registration })
  Object.defineProperty(navigator, 'serviceWorker', { value: container })
}
