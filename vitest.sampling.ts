import path from 'node:path'
import type { Plugin } from 'vitest/config'

declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of every property. */
    seed: number
    /** The part of its samples that a property tries. */
    share: number
  }
}

/** The seed of every property in Node, and the next ones elsewhere; `npm run fuzz` gives fresh ones. */
const seed = Number(process.env.RUNNEL_SEED ?? 1)

/** The part of a property's samples that a second and a third runtime try; they are others. */
const share = process.env.RUNNEL_SAMPLES === 'all' ? 1 : 1 / 3

const inRoot = (file: string): string => path.join(import.meta.dirname, file)

/** Values for tests that run in one runtime, or in this one first. */
export const allSamples = { seed, share: 1 }

/** Values for tests that have run in another runtime, or in two. */
export const fewerSamples = (runtimes: 1 | 2) => ({ seed: seed + runtimes, share })

/** Times of tests anywhere, in milliseconds: the machine may be busy. */
export const patient = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
}

/** An error's first line is told at the end of `npm test`, perhaps as all that is kept: it says what was found. */
const chaiConfig = { truncateThreshold: 280 }

/** Options of tests in Node. */
export const inNode = { ...patient, chaiConfig, setupFiles: [inRoot('vitest.seed.ts')], provide: allSamples }

/** Gives tests elsewhere their seed, and fast-check with the share of samples of their runtime. */
export const sampledProperties = (): Plugin => {
  const sampled = inRoot('vitest.sampled.ts')
  return {
    name: 'sampled-properties',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'fast-check' && !path.basename(importer ?? '').startsWith('vitest.') ? sampled : undefined,
  }
}
