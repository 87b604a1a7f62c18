import { globSync } from 'node:fs'
import path from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SharedService, sharedService } from './shared-service.ts'

let service: SharedService
beforeAll(async () => {
  service = await sharedService()
}, 60_000)
afterAll(() => service.stop())

const get = (path: string) => fetch(`${service.url}${path}`)

test('the OpenAPI document is valid', async () => {
  const document = await (await get('/openapi.json')).json()
  const validator = new Validator()
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  delete document.paths['/v1/encipher'].post.responses
  document.paths['/v1/encipher'].post.parameters[0].in = 'nowhere'
  expect(await new Validator().validate(document)).toMatchObject({ valid: false })
})

test('the page loads what it needs from the service alone', async () => {
  const response = await get('/docs')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  const page = await response.text()
  const links = Array.from(page.matchAll(/(?:src|href)="((?!data:)[^"]*)"/g), ([, link]) => link)
  expect(links).toEqual([
    '/docs/swagger-ui.css',
    '/openapi.json',
    '/docs/swagger-ui-bundle.js',
    '/docs/start.js',
  ])
  for (const link of links) {
    const part = await get(link)
    expect(part.status, link).toBe(200)
    expect((await part.text()).length, link).toBeGreaterThan(50)
  }
})

test('no asset is taken for what it does not say it is', async () => {
  const folder = path.join(import.meta.dirname, '../../../apps/edge-worker/.cache/assets')
  const files = globSync('**/*.*', { cwd: folder })
  expect(files).toContain('docs/swagger-ui-bundle.js')
  for (const file of files) {
    const part = await get(`/${file}`)
    expect([file, part.status, part.headers.get('x-content-type-options')]).toEqual([file, 200, 'nosniff'])
    await part.body?.cancel()
  }
})
