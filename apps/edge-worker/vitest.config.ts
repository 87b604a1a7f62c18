import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.jsonc' } })],
  test: {
    name: 'workerd',
    testTimeout: 60_000,
    include: ['src/**/*.test.ts', '../../packages/*/src/**/*.any.test.ts'],
  },
})
