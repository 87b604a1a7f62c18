import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

test.each(['iterable', 'compose', 'transform'])('%s: text comes out while more goes in', async (way) => {
  const program = path.join(import.meta.dirname, 'main.ts')
  const child = spawn(process.execPath, [program, way], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdout.setEncoding('utf8')
  const next = async () => String((await once(child.stdout, 'data'))[0])
  // An emoji in two chunks, cut inside its four bytes.
  const bytes = new TextEncoder().encode('L Olnh Dssohv 😀 vr gr brx')
  child.stdin.write(bytes.subarray(0, 15))
  let text = await next()
  expect(text).toBe('I Like Apples ')
  child.stdin.end(bytes.subarray(15))
  for await (const part of child.stdout) text += part
  expect(text).toBe('I Like Apples 😀 so do you')
})
