import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runFile } from './run-file.ts'

const checkout = mkdtempSync(path.join(tmpdir(), 'runnel-wpt-'))
afterAll(() => rmSync(checkout, { recursive: true }))
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true })
  writeFileSync(path.join(checkout, file), text)
}

// A harness of the same kind, in a few lines.
write(
  'resources/testharness.js',
  `const tests = []
   const add_completion_callback = (report) => setTimeout(async () => {
     report(await Promise.all(tests), { status: globalThis.broken ? 1 : 0, message: 'broken' })
   })
   const promise_test = (run, name) => tests.push(run().then(
     () => ({ name, status: 0, message: null }),
     (error) => ({ name, status: 1, message: error.message }),
   ))
   Object.assign(globalThis, { add_completion_callback, promise_test })`,
)
write('encoding/streams/resources/letters.js', 'const letters = new Uint8Array([100, 0xe2, 0x82, 0xac])')
write(
  'encoding/streams/decode-letters.any.js',
  `// META: global=worker
   // META: script=resources/letters.js
`.replace(/^ +/gm, '') +
    `promise_test(async () => {
       const stream = new TextDecoderStream()
       stream.writable.getWriter().write(letters)
       const { value } = await stream.readable.getReader().read()
       if (value !== 'd€') throw new Error('received ' + value)
     }, 'letters')
     promise_test(async () => new TextDecoderStream('utf-8', { fatal: true }), 'fatal')`,
)

test('a file runs with ours and with the platform’s own', async () => {
  const file = 'encoding/streams/decode-letters.any.js'
  const letters = { name: 'letters', passed: true, message: '' }
  expect(await runFile(checkout, file, true)).toEqual([
    letters,
    { name: 'fatal', passed: false, message: expect.stringContaining('ours has no option fatal') },
  ])
  expect(await runFile(checkout, file, false)).toEqual([
    letters,
    { name: 'fatal', passed: true, message: '' },
  ])
})

test('a file that goes wrong outside of its tests is an error', async () => {
  write('broken.any.js', 'promise_test(async () => {}, "passes"); globalThis.broken = true')
  await expect(runFile(checkout, 'broken.any.js', true)).rejects.toThrow('broken.any.js: broken')
  write('thrown.any.js', 'throw new Error("at once")')
  await expect(runFile(checkout, 'thrown.any.js', true)).rejects.toThrow('at once')
})

test('a file that does not end is an error', async () => {
  write('endless.any.js', 'promise_test(() => new Promise(() => {}), "never")')
  await expect(runFile(checkout, 'endless.any.js', true, 3000)).rejects.toThrow('endless.any.js did not end')
})
