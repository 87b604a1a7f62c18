import { env } from 'cloudflare:workers'
import { type AppOptions, createApp } from '../app.ts'
import type { Env } from '../env.ts'
import type { RequestEntry } from '../report-entry.ts'
import { manualClock } from './manual-clock.ts'

/** A service that is set up for a test, in this isolate. */
export interface TestService {
  send(path: string, init?: RequestInit): Promise<Response>
  /** Lines that it has logged so far. */
  log: (RequestEntry & { level: string; fault?: string })[]
}

/** Makes a service with bindings of a test's own besides those of the deployment. */
export const testService = (bindings: Partial<Env> = {}, options: AppOptions = {}): TestService => {
  const log: TestService['log'] = []
  const app = createApp({ log: (line) => log.push(JSON.parse(line)), ...options })
  const all = { ...env, ...bindings }
  return { log, send: async (path, init) => app.fetch(new Request(`http://runnel.test${path}`, init), all) }
}

/** A service for which no text is slow, however slow the machine is: short ones are told in headers. */
export const timelyService = (bindings: Partial<Env> = {}, options: AppOptions = {}): TestService =>
  testService(bindings, { clock: manualClock(), ...options })

const service = testService()

/** Sends a request to a service that nothing but wrangler.jsonc sets up. */
export const send = (
  path: string,
  body?: BodyInit,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Response> => service.send(path, { method, headers, ...(body !== undefined && { body }) })

/** A body that the test writes piece by piece. */
export const openBody = () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  return {
    readable,
    write: (piece: string | Uint8Array) =>
      writer.write(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece),
    close: () => writer.close(),
    abort: (reason: Error) => writer.abort(reason),
  }
}

/** Text of the next chunk of an answer. */
export const nextText = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value)
