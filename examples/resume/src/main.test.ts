import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'runnel-resume-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plaintext = 'It was the best of times, it was the worst of times, it was the age of wisdom.'
const ciphertext = 'Lw zdv wkh ehvw ri wlphv, lw zdv wkh zruvw ri wlphv, lw zdv wkh djh ri zlvgrp.'
const chunks = ciphertext.match(/.{1,3}/g) ?? []

test('killed again and again at any moment, it gives the text that it gives when left alone', async () => {
  const [log, store] = [path.join(folder, 'log'), path.join(folder, 'store')]
  writeFileSync(log, chunks.map((chunk, i) => JSON.stringify({ offset: 5 * i, chunk })).join('\n'))
  const run = (pause: number) =>
    spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), log, store, `${pause}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const offset = () => (existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')).offset : -1)
  for (let kill = 0; kill < 2; kill++) {
    const before = offset()
    const child = run(40)
    await vi.waitFor(() => expect(offset()).toBeGreaterThan(before), { timeout: 30_000, interval: 10 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { text } = JSON.parse(readFileSync(store, 'utf8'))
    expect(text).toBe(plaintext.slice(0, text.length))
    expect(text.length).toBe(3 * (offset() / 5 + 1))
  }
  expect(offset()).toBeLessThan(5 * (chunks.length - 1))
  const child = run(0)
  let output = ''
  for await (const part of child.stdout.setEncoding('utf8')) output += part
  expect(output).toBe(`${plaintext}\n`)
})
