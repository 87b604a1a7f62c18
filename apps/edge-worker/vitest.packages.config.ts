import { defineConfig } from 'vitest/config'
import worker from './vitest.config.ts'

/** Tests of the packages on workerd. */
export default defineConfig({
  ...worker,
  test: {
    ...worker.test,
    name: 'workerd-packages',
    include: ['../../packages/*/src/**/*.any.test.ts'],
  },
})
