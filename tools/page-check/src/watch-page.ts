import type { Page } from 'playwright'

/** All that a page has asked for and said. */
export interface Watched {
  readonly requests: { readonly method: string; readonly url: string; readonly at: number }[]
  /** Errors that nobody caught, and breaches of the policy. */
  readonly faults: string[]
}

/** A message between a page and its engine, with the time in milliseconds. */
export interface EngineLetter {
  readonly at: number
  readonly from: 'page' | 'engine'
  readonly type: string
  readonly engine?: string
  readonly stopped?: boolean
  readonly read?: number
  readonly ended?: boolean
}

/** Watches a page from before it loads: its requests, its faults, and the letters between it and its engine. */
export const watchPage = async (page: Page): Promise<Watched> => {
  const requests: { method: string; url: string; at: number }[] = []
  const faults: string[] = []
  // The context hears the service worker too.
  page
    .context()
    .on('request', (request) =>
      requests.push({ method: request.method(), url: request.url(), at: Date.now() }),
    )
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.text().startsWith('policy: ')) faults.push(message.text())
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.log(`policy: ${violatedDirective} ${blockedURI}`),
    )
    const letters: EngineLetter[] = []
    Reflect.set(globalThis, 'engineLetters', letters)
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', ({ data }) => {
          const { type, engine, stopped, read, ending } = data
          letters.push({
            at: performance.now(),
            from: 'engine',
            type,
            engine,
            stopped,
            read,
            ended: !!ending,
          })
        })
      }
      override postMessage(message: { type: string }, options?: unknown): void {
        letters.push({ at: performance.now(), from: 'page', type: message.type })
        super.postMessage(message, options as Transferable[])
      }
    }
  })
  return { requests, faults }
}

/** The letters between a page and its engine so far. */
export const engineLetters = (page: Page): Promise<EngineLetter[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'engineLetters') as EngineLetter[])
