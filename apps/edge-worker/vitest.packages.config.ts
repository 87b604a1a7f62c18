import { defineConfig } from 'vitest/config'
import worker from './vitest.config.ts'

/** Tests of the packages on workerd. They keep nothing between files, so all share one isolate: half the time. */
export default defineConfig({
  ...worker,
  test: {
    ...worker.test,
    name: 'workerd-packages',
    include: ['../../packages/*/src/**/*.any.test.ts'],
    isolate: false,
  },
})
