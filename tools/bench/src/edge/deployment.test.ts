import { english } from '@runnel/models/english'
import { beforeAll, expect, test } from 'vitest'
import { bundleService, type Deployment } from './deployment.ts'

let deployment: Deployment
let code = ''
beforeAll(() => {
  deployment = bundleService()
  code = Object.entries(deployment.files)
    .filter(([name]) => name.endsWith('.js'))
    .map(([, file]) => file.toString())
    .join('\n')
}, 60_000)

test('what is deployed takes at most 700 KB gzipped, with english inside', () => {
  expect(code).toContain(english.base64)
  expect(deployment.gzipped).toBeLessThanOrEqual(700_000)
})

test.each(['tensorflow', 'ZodError', 'SwaggerUIBundle'])('%s is not part of it', (name) => {
  expect(code).not.toMatch(new RegExp(name, 'i'))
})

test('the kernels are modules of their own', () => {
  expect(Object.keys(deployment.files).filter((name) => name.endsWith('.wasm'))).toHaveLength(4)
  expect(code).not.toContain('WebAssembly.compile')
})
