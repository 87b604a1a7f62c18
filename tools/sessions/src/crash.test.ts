import { expect, test } from 'vitest'
import { crash } from './crash.ts'

test.each([1, 2, 3])(
  'workerd is killed in the middle of sessions: nothing lost, nothing twice (seed %i)',
  async (seed) => {
    const { acceptedBefore, receivedBefore, faults } = await crash(seed)
    expect(faults).toEqual([])
    expect(acceptedBefore).toBeGreaterThan(0)
    expect(receivedBefore).toBeGreaterThan(0)
  },
)
