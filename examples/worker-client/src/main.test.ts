import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type SharedService, sharedService } from '@runnel/tasks/shared-service'
import { afterAll, beforeAll, expect, test } from 'vitest'

let service: SharedService
beforeAll(async () => {
  service = await sharedService()
}, 60_000)
afterAll(() => service?.stop())

const start = (...words: string[]) => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...words])
  const said = { text: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (part) => {
    said.text += part
  })
  child.stderr.setEncoding('utf8').on('data', (part) => {
    said.errors += part
  })
  return { child, said }
}

test('the program deciphers standard input as it comes', async () => {
  const { child, said } = start(service.url)
  child.stdin.write('Aol tvyupun dhz jvsk, ')
  await expect.poll(() => said.text, { timeout: 20_000 }).toBe('The morning was cold, ')
  child.stdin.end('huk dla.')
  expect(await once(child, 'close')).toEqual([0, null])
  expect(said.text).toBe('The morning was cold, and wet.')
})

test('without an address it says what is missing', async () => {
  const { child, said } = start()
  expect((await once(child, 'close'))[0]).toBe(1)
  expect(said.errors).toContain('where is the service?')
})
