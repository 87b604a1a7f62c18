import type { Service } from './service.ts'
import { startOnFreePort } from './start-on-free-port.ts'

/** A service that many may use: none of them stops it. */
export type SharedService = Pick<Service, 'url' | 'stop'>

/** The variables that it is started with. */
const vars = { SESSION_SECRET: 'a secret of thirty-two letters..' }

/**
 * The service of tests that want no more of one than that it is there. `npm test` starts it once ahead of them all; where
 * that has not been done, it is started here, and stops when it is told to.
 */
export const sharedService = async (): Promise<SharedService> => {
  const url = process.env.RUNNEL_SHARED_SERVICE
  return url ? { url, stop: async () => {} } : startOnFreePort({ vars })
}

/** Vitest starts it before the first test of the project, and ends it after the last. */
export const setup = async (): Promise<() => Promise<void>> => {
  const { url, stop } = await startOnFreePort({ vars })
  process.env.RUNNEL_SHARED_SERVICE = url
  return stop
}
