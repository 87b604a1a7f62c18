import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

/*
 * `*.any.test.ts` runs in Node, workerd and Chromium; every other `*.test.ts` where its package lives:
 * the worker's on workerd, the rest in Node. `npm test` finds Chromium and sets RUNNEL_CHROMIUM.
 */
const chromium = process.env.RUNNEL_CHROMIUM

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{packages,tools,examples}/*/src/**/*.test.ts', 'apps/cli/src/**/*.test.ts'],
          typecheck: { enabled: true, include: ['packages/*/src/**/*.test-d.ts'] },
          testTimeout: 60_000,
        },
      },
      './apps/edge-worker',
      ...(chromium
        ? [
            {
              test: {
                name: 'chromium',
                include: ['packages/*/src/**/*.any.test.ts'],
                testTimeout: 60_000,
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  provider: playwright({
                    launchOptions: {
                      executablePath: chromium,
                      args: [
                        '--no-sandbox',
                        '--disable-gpu',
                        '--disable-quic',
                        '--no-first-run',
                        '--disable-background-networking',
                        '--disable-component-update',
                        '--disable-sync',
                      ],
                    },
                  }),
                  instances: [{ browser: 'chromium' as const }],
                },
              },
            },
          ]
        : []),
    ],
  },
})
