import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig } from 'vitest/config'
import { chromiumWords } from './tools/tasks/src/chromium-words.ts'
import { allSamples, fewerSamples, inNode, patient, sampledProperties } from './vitest.sampling.ts'

/*
 * `*.any.test.ts` runs in Node, workerd and Chromium; every other `*.test.ts` where its package lives:
 * the worker's on workerd, `*.browser.test.ts` in Chromium, the rest in Node. `*.test-d.ts` are checked by `tsc` alone. `npm test` finds Chromium and sets RUNNEL_CHROMIUM.
 *
 * What a runtime has a part in runs in all three: its streams, its kernels, its texts and its numbers. Whatever is computed
 * from these alone is the same everywhere, bit by bit: `every-kind-golden.any.test.ts` says so of each kind of key, search
 * and encoding. So laws over many streams, searches in full and damaged files are tried in Node alone, as `*.test.ts`.
 * Those that run anywhere keep nothing between files, nor do those of the worker: all of a runtime share one process, isolate
 * or page, where one for each file would take half the time again.
 */
const anywhere = 'packages/*/src/**/*.any.test.ts'
/** Of Node alone, in the one process of those that run anywhere. */
const computed = [
  'packages/decipher/src/**/*.test.ts',
  'packages/models/src/counts-catalog.test.ts',
  'packages/rnn-model/src/codec-damage.test.ts',
  'packages/rnn-model/src/convert/damage.test.ts',
]
/**
 * Of Node alone, and like those: a process for each of them would take longer than most. Those that replace a module, or
 * measure memory, have a process of their own.
 */
const together =
  '{apps/{cli,playground},tools/{bench,corpus,evaluate}}/src/**/!(write-whole|language-list|slow-reader).test.ts'
/** Of modules that Vite makes, in another copy, or with sources beside them that Node takes for its own. */
const made = [
  'apps/playground/src/ui/state/language-list.test.ts',
  'packages/core/src/errors.test.ts',
  'tools/pack-check/src/packages.test.ts',
]
/** Of Node, and with the service: one that is there once for all of them. */
const served = [
  'tools/page-check/src/**/*.test.ts',
  'tools/tasks/src/service*.test.ts',
  'examples/worker-client/src/**/*.test.ts',
]
/** Node loads tests by itself: none is transformed, and bindings of modules are as fast as they are in use. */
const native = { experimental: { viteModuleRunner: false } }
const chromium = process.env.RUNNEL_CHROMIUM

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...inNode,
          ...native,
          name: 'node',
          // Braces of paths of several lengths would have all of node_modules looked through.
          include: ['apps/{cli,playground}/src/**/*.test.ts', '{packages,tools,examples}/*/src/**/*.test.ts'],
          exclude: [
            ...configDefaults.exclude,
            '**/*.browser.test.ts',
            anywhere,
            ...computed,
            together,
            ...made,
            ...served,
          ],
        },
      },
      { test: { ...inNode, name: 'node-made', include: made } },
      {
        test: {
          ...inNode,
          ...native,
          name: 'node-service',
          include: served,
          globalSetup: './tools/tasks/src/shared-service.ts',
        },
      },
      {
        test: {
          ...inNode,
          ...native,
          name: 'node-together',
          include: [together],
          isolate: false,
        },
      },
      {
        test: {
          ...inNode,
          ...native,
          name: 'node-packages',
          include: [anywhere, ...computed],
          isolate: false,
        },
      },
      {
        extends: './apps/edge-worker/vitest.config.ts',
        plugins: [sampledProperties()],
        test: {
          ...patient,
          name: 'workerd',
          root: './apps/edge-worker',
          provide: allSamples,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: './apps/edge-worker/vitest.packages.config.ts',
        plugins: [sampledProperties()],
        test: {
          ...patient,
          name: 'workerd-packages',
          root: './apps/edge-worker',
          provide: fewerSamples(1),
          // After Chromium, which would else compute beside it.
          sequence: { groupOrder: 1 },
        },
      },
      ...(chromium
        ? [
            {
              plugins: [sampledProperties()],
              // Finds every dependency before it starts, so that no reload comes in the middle of a test.
              optimizeDeps: {
                entries: [anywhere, 'examples/*/src/**/*.browser.test.ts'],
              },
              test: {
                name: 'chromium',
                provide: fewerSamples(2),
                isolate: false,
                setupFiles: ['./vitest.collect.ts'],
                include: [anywhere, 'examples/*/src/**/*.browser.test.ts'],
                ...patient,
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  provider: playwright({
                    launchOptions: {
                      executablePath: chromium,
                      args: [...chromiumWords, '--js-flags=--expose-gc'],
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
