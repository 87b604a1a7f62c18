import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { encodings } from '@runnel/core/encodings'
import { expect, onTestFinished, test } from 'vitest'
import { encodingHelp } from '../encoding-help.ts'
import { runCaptured } from '../testing/run-captured.ts'

const main = path.join(import.meta.dirname, '../main.ts')

test.each([
  ['base64', 'hello', 'aGVsbG8='],
  ['morse', 'SOS', '... --- ...'],
  ['base64 > hex', 'Hi', 'NDg2OQ=='],
  ['reversed>base64', 'Hi', '=kGS'],
  ['hex > deflate', 'Hi', 'f3c80400'],
  ['base64 > zlib', 'Hi', 'eJzzyAQAAPsAsg=='],
])('%s: %j is %j, and back', async (kind, text, encoded) => {
  expect(await runCaptured(['encode', kind, text])).toEqual({ status: 0, stdout: encoded, stderr: '' })
  expect(await runCaptured(['decode', kind, encoded])).toEqual({ status: 0, stdout: text, stderr: '' })
  expect((await runCaptured(['encode', kind], text)).stdout).toBe(encoded)
  expect((await runCaptured(['decode', kind], encoded)).stdout).toBe(text)
})

test.each([
  ['encode', 'morse'],
  ['encipher', '--cipher', 'rot47', '--key', ''],
])('on a terminal, words end with a line break: runnel %s', async (...words) => {
  const { stdout } = await runCaptured([...words, 'SOS'], '', { columns: 80 })
  expect(stdout).toMatch(/\S\n$/)
  expect((await runCaptured(words, 'SOS', { columns: 80 })).stdout).not.toMatch(/\n$/)
})

test('bytes that are no text pass through the program as they are', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-bytes-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i))
  const file = path.join(folder, 'bytes')
  writeFileSync(file, bytes)
  const encoded = spawnSync(process.execPath, [main, 'encode', 'base64', file])
  expect(encoded.stdout.toString()).toBe(bytes.toString('base64'))
  expect(spawnSync(process.execPath, [main, 'decode', 'base64'], { input: encoded.stdout }).stdout).toEqual(
    bytes,
  )
})

test('a file is decompressed as it is, and compressed', () => {
  const packed = gzipSync('Grüße')
  expect(spawnSync(process.execPath, [main, 'decode', 'gzip'], { input: packed }).stdout.toString()).toBe(
    'Grüße',
  )
  const written = spawnSync(process.execPath, [main, 'encode', 'gzip'], { input: 'Grüße' }).stdout
  expect(gunzipSync(written).toString()).toBe('Grüße')
})

test('text before a fault is written, and the fault is named', async () => {
  expect(await runCaptured(['decode', 'hex', '4869zz'])).toEqual({
    status: 1,
    stdout: 'Hi',
    stderr: 'runnel: hex: "z" may not stand at position 5\n',
  })
  expect(await runCaptured(['decode', 'base64', 'aGVsb'])).toEqual({
    status: 1,
    stdout: 'hel',
    stderr: 'runnel: base64: the text may not end at position 5, a part is missing\n',
  })
  expect(await runCaptured(['encode', 'nato', 'a #'])).toMatchObject({ status: 1, stdout: 'Alfa' })
})

test('no such kind: what is possible is listed, and the status is 2', async () => {
  const { status, stderr } = await runCaptured(['decode', 'base65', 'x'])
  expect(status).toBe(2)
  expect(stderr).toMatch(
    /^runnel: encoding: expected one of hex, base64, .*, received "base65"\n\(Did you mean base64\?\)\n$/,
  )
})

test.each(['encode', 'decode'])('%s --help lists every kind', async (command) => {
  expect(Object.keys(encodingHelp)).toEqual(Object.keys(encodings))
  const { stdout } = await runCaptured([command, '--help'])
  expect(Object.keys(encodings).filter((name) => !stdout.includes(`  ${name} `))).toEqual([])
})

test.each([
  ['encode', 'hex'],
  ['decode', 'quoted-printable'],
  ['encipher', '-c', 'caesar', '-k', '0'],
])('%s says where a file seems to be meant that is not there', async (...words) => {
  const { status, stderr } = await runCaptured([...words, 'letter.txt'])
  expect(status).toBe(0)
  expect(stderr).toBe('there is no file letter.txt: the words of the command line were read as the text\n')
})

test('encipher takes text too', async () => {
  const { stdout } = await runCaptured(['encipher', '-c', 'caesar', '-k', '3', 'I', 'Like', 'Apples'])
  expect(stdout).toBe('L Olnh Dssohv')
})
