import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { gatherAssets } from './scripts/gather-assets.ts'

// Else the configuration names a folder that is not there.
await gatherAssets()

export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.jsonc' },
      // What a deployment may bind: docs/edge-deployment.md.
      miniflare: {
        r2Buckets: ['MODELS'],
        ratelimits: { TESTED_LIMITER: { namespace_id: '1', simple: { limit: 3, period: 60 } } },
        bindings: { MODEL_SHA256: { tested: '0'.repeat(64) } },
      },
    }),
  ],
  test: {
    name: 'workerd',
    testTimeout: 120_000,
    include: ['src/**/*.test.ts'],
    // No file looks at what others left: one isolate for all, where one for each took more time than the tests.
    isolate: false,
  },
})
