import { expect, test } from 'vitest'
import { builds, compileKernels } from '../../../scripts/kernels.mjs'

test.each(builds)('the committed %s kernels are what assembly/ compiles to', async (build) => {
  const { base64 } = (await import(`./generated/${build}.wasm.ts`)) as { base64: string }
  const compiled = await compileKernels(build)
  expect(base64 === btoa(String.fromCharCode(...compiled)), 'run `pnpm run kernels`').toBe(true)
})
