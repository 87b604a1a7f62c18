import { existsSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { PortInUseError, type Service, startService } from './service.ts'
import { startOnFreePort } from './start-on-free-port.ts'

vi.mock('./service.ts', async (original) => ({ ...(await original<object>()), startService: vi.fn() }))
const start = vi.mocked(startService)
const service = {} as Service
beforeEach(() => void start.mockReset())

test('a port that was taken meanwhile is left for another', async () => {
  start.mockRejectedValueOnce(new PortInUseError('taken')).mockResolvedValueOnce(service)
  expect(await startOnFreePort({ state: 'here' })).toBe(service)
  const [[first, options], [second]] = start.mock.calls
  expect(second).not.toBe(first)
  expect(options).toEqual({ state: 'here' })
})

test.each([
  ['after three ports that were taken', new PortInUseError('taken'), 3],
  ['at once at any other fault', new Error('broken'), 1],
])('it gives up %s', async (_, fault, tries) => {
  start.mockImplementation(async () => {
    throw fault
  })
  await expect(startOnFreePort()).rejects.toBe(fault)
  expect(start).toHaveBeenCalledTimes(tries)
})

test('services that are told no place for their sessions have one each', async () => {
  start.mockImplementation(async () => ({ ...service, stop: async () => {} }))
  const started = [await startOnFreePort(), await startOnFreePort()]
  const [first, second] = start.mock.calls.map(([, options]) => options?.state ?? '')
  expect(existsSync(first) && existsSync(second) && first !== second).toBe(true)
  for (const { stop } of started) await stop()
  expect(existsSync(first) || existsSync(second)).toBe(false)
})
