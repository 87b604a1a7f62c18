import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { PortInUseError, type Service, type ServiceOptions, startService } from './service.ts'

/** Ports that are tried: between finding one free and opening it, another program may take it. */
const TRIES = 3

/**
 * Starts the edge service at a port that nothing else uses, with stored sessions of its own unless `state` says where:
 * two that begin in one folder at once find its database locked. @throws as `startService`
 */
export const startOnFreePort = async (options: ServiceOptions = {}): Promise<Service> => {
  if (options.state !== undefined) return tryPorts(options)
  const state = mkdtempSync(path.join(tmpdir(), 'runnel-sessions-'))
  const remove = (): void => rmSync(state, { recursive: true, force: true })
  const service = await tryPorts({ ...options, state }).catch((error: unknown) => {
    remove()
    throw error
  })
  return { ...service, stop: () => service.stop().then(remove) }
}

const tryPorts = async (options: ServiceOptions): Promise<Service> => {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await startService(await freePort(), options)
    } catch (error) {
      if (left === 0 || !(error instanceof PortInUseError)) throw error
    }
  }
}
