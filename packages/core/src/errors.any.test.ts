import { expect, test } from 'vitest'
import { InvalidOptionError, RunnelError, UnknownSymbolError } from './errors.ts'

test('every error has a name, a stable code, a message for people and its fields', () => {
  const error = new InvalidOptionError('key', 'x', 'a whole number')
  expect(error).toBeInstanceOf(RunnelError)
  expect(error).toMatchObject({
    name: 'InvalidOptionError',
    code: 'invalid_option',
    option: 'key',
    received: 'x',
  })
  expect(error.message).toBe('key: expected a whole number, received "x"')
  expect(new UnknownSymbolError('é', 3)).toMatchObject({
    name: 'UnknownSymbolError',
    code: 'unknown_symbol',
    symbol: 'é',
    position: 3,
    message: '"é" at position 3 is not in the alphabet',
  })
})

test.each([
  [undefined, 'undefined'],
  [Number.NaN, 'NaN'],
  [[1], 'an array'],
  [{}, 'an object'],
  [() => 1, 'a function'],
])('%j is shown as %s', (value, text) => {
  expect(new InvalidOptionError('x', value, 'y').message).toBe(`x: expected y, received ${text}`)
})

test('isInstance tells kinds apart', () => {
  const error = new UnknownSymbolError('é', 0)
  expect(RunnelError.isInstance(error)).toBe(true)
  expect(UnknownSymbolError.isInstance(error)).toBe(true)
  expect(InvalidOptionError.isInstance(error)).toBe(false)
  expect(RunnelError.isInstance(new Error('other'))).toBe(false)
  for (const value of [{ code: 'invalid_option' }, 'invalid_option', null, undefined, 1]) {
    expect(RunnelError.isInstance(value)).toBe(false)
  }
  expect(InvalidOptionError.isInstance(Object.assign(new Error('x'), { code: 'invalid_option' }))).toBe(false)
})

test('a cause is kept', () => {
  const cause = new Error('why')
  expect(new RunnelError('x', 'y', { cause }).cause).toBe(cause)
})

test('the marker is no field that logs or JSON would show', () => {
  expect(JSON.parse(JSON.stringify(new UnknownSymbolError('é', 3)))).toEqual({
    name: 'UnknownSymbolError',
    code: 'unknown_symbol',
    symbol: 'é',
    position: 3,
  })
  expect(Object.getOwnPropertySymbols({ ...new UnknownSymbolError('é', 3) })).toEqual([])
})
