import { defineConfig } from 'vitest/config'
import { inNode } from './vitest.sampling.ts'

/* The suite that every runtime passes, for `npm run portable`. */
export default defineConfig({
  test: {
    ...inNode,
    include: ['packages/*/src/**/*.any.test.ts', 'packages/decipher/src/**/*.test.ts'],
    // Vitest takes Bun's processes for Node's, and Deno's threads.
    pool: process.versions.bun ? 'threads' : 'forks',
    isolate: false,
    testTimeout: 120_000,
  },
})
