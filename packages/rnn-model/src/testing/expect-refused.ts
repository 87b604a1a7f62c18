import { expect } from 'vitest'
import { ModelFormatError } from '../errors.ts'
import { countAllocated } from './count-allocated.ts'

/** Bytes that any file may cost, however small it is. */
const FREE = 4096

/** Expects that a file of so many bytes is refused with a typed error, at the cost of twice its size at the most. */
export const expectRefused = (size: number, convert: () => unknown): ModelFormatError => {
  const { result, bytes } = countAllocated(() => {
    try {
      return convert()
    } catch (error) {
      return error
    }
  })
  expect(result).toBeInstanceOf(ModelFormatError)
  expect(bytes).toBeLessThanOrEqual(2 * size + FREE)
  return result as ModelFormatError
}
