import { describe, expect, test } from 'vitest'
import { bundle, gzipped } from './bundle.ts'
import { bundleWorker } from './bundle-worker.ts'
import { namesTensorflow } from './names-tensorflow.ts'
import type { Workbench } from './workbench.ts'

const KB = 1024

interface Ceiling {
  what: string
  code: string
  external?: readonly string[]
  /** Bytes. */
  ceiling: number
  /** A string that shows the code is really there. */
  holds: string
}

const ceilings: readonly Ceiling[] = [
  {
    what: 'core with one cipher',
    code: "export { createCaesar, createTokenizer, LATIN } from '@runnel/core'",
    ceiling: 2 * KB,
    holds: 'caesar',
  },
  { what: 'all of core', code: "export * from '@runnel/core'", ceiling: 3 * KB, holds: 'caesar' },
  {
    what: 'operators',
    code: "export * from '@runnel/rx-operators'",
    external: ['rxjs', '@runnel/core', '@runnel/decipher'],
    ceiling: 2 * KB,
    holds: 'decipherEvents',
  },
  {
    what: 'a decipherer with its engine',
    code: "export { createDecipherer, createDecipherStream } from '@runnel/decipher'; export { loadModel } from '@runnel/rnn-model'",
    ceiling: 16 * KB,
    holds: 'createDecipherer',
  },
]
const WORKER = 700 * KB

/** Tests how large programs get that use the packages, and that what they do not use stays out. */
export const checkSizes = ({ project }: Workbench): void => {
  test.each(ceilings)('$what: $ceiling', async ({ code, external, ceiling, holds }) => {
    const { text, initial } = await bundle(project, code, external)
    expect(text).toContain(holds)
    expect(gzipped(initial)).toBeLessThanOrEqual(ceiling)
    expect(text).not.toContain('fast-check')
    expect(namesTensorflow(text)).toBe(false)
  })

  test(`the worker: ${WORKER}`, () => {
    const modules = bundleWorker()
    const text = Buffer.concat(modules).toString('latin1')
    expect(text).toContain('/v1/decipher')
    expect(modules.reduce((sum, module) => sum + gzipped(module), 0)).toBeLessThanOrEqual(WORKER)
    expect(text).not.toContain('fast-check')
    expect(namesTensorflow(text)).toBe(false)
  })

  describe('what is not imported is not in the bundle', () => {
    test('no cipher beside the tokenizer', async () => {
      const cipher = /caesar|rot13|decrypt|shift/i
      const { text } = await bundle(project, "export { createTokenizer } from '@runnel/core'")
      expect(text).not.toMatch(cipher)
      expect((await bundle(project, "export { createCaesar } from '@runnel/core'")).text).toMatch(cipher)
    })

    test('no second model beside the first', async () => {
      const { text } = await bundle(project, "export { caesar3 } from '@runnel/models/caesar-3'")
      expect(text).toContain('caesar-3')
      expect(text).not.toMatch(/caesar-3-/)
    })
  })
}
