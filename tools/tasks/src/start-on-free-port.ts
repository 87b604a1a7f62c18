import { freePort } from './free-port.ts'
import { PortInUseError, type Service, type ServiceOptions, startService } from './service.ts'

/** Ports that are tried: between finding one free and opening it, another program may take it. */
const TRIES = 3

/** Starts the edge service at a port that nothing else uses. @throws as `startService` */
export const startOnFreePort = async (options?: ServiceOptions): Promise<Service> => {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await startService(await freePort(), options)
    } catch (error) {
      if (left === 0 || !(error instanceof PortInUseError)) throw error
    }
  }
}
