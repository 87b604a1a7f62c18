import { expect, test, vi } from 'vitest'
import { InvalidOptionError, UnknownSymbolError } from './errors.ts'

test('isInstance knows errors of another installed copy', async () => {
  vi.resetModules()
  const copy = await import('./errors.ts')
  const foreign = new copy.InvalidOptionError('a', 1, 'b')
  expect(copy.InvalidOptionError).not.toBe(InvalidOptionError)
  expect(foreign).not.toBeInstanceOf(InvalidOptionError)
  expect(InvalidOptionError.isInstance(foreign)).toBe(true)
  expect(UnknownSymbolError.isInstance(foreign)).toBe(false)
})
