import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findModel } from '@runnel/models'
import { describe, expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const caesar3 = ['--model', 'caesar-3']

test.each([
  ['gdwd', 'data'],
  ['L Olnh Dssohv', 'I Like Apples'],
  ['defghijklmnopqrstuvwxyzabc', 'abcdefghijklmnopqrstuvwxyz'],
  ['DEFGHIJKLMNOPQRSTUVWXYZABC', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['Gdwd 123 — é 😀!\n', 'Data 123 — é 😀!\n'],
  ['', ''],
])('%j is deciphered by the net and with the key, and enciphered again', async (ciphertext, plaintext) => {
  const withKey = ['--cipher', 'caesar', '--key', '3']
  expect(await runCaptured(['decipher', '--quiet', ...caesar3], ciphertext)).toEqual({
    status: 0,
    stdout: plaintext,
    stderr: '',
  })
  expect((await runCaptured(['decipher', ...withKey], ciphertext)).stdout).toBe(plaintext)
  expect((await runCaptured(['encipher', ...withKey], plaintext)).stdout).toBe(ciphertext)
})

test('a negative key and rot13', async () => {
  expect((await runCaptured(['encipher', '--cipher', 'caesar', '--key=-3'], 'data')).stdout).toBe('axqx')
  expect((await runCaptured(['encipher', '--cipher', 'caesar', '--key', 'rot13'], 'data')).stdout).toBe(
    'qngn',
  )
})

test('a cipher without keys needs none', async () => {
  expect((await runCaptured(['encipher', '--cipher', 'atbash', 'Data'])).stdout).toBe('Wzgz')
})

test.each([
  ['vigenere', 'LEMON', 'Lxfopv ef rnhr!'],
  ['vigenere', 'LEMON,all', 'Lxfopv mh oeib!'],
  ['porta', 'FORTIFICATION', 'Pmlwtz rf qwfg!'],
  ['quagmire3', 'KRYPTOS,PALIMPSEST,K', 'Deuvrp gi jekk!'],
  ['enigma', 'B I-II-III AAA MCK AB CD', 'Vxllmv fl mtda!'],
])('%s under %s, both ways', async (cipher, key, ciphertext) => {
  const withKey = ['--cipher', cipher, '--key', key]
  expect((await runCaptured(['encipher', ...withKey], 'Attack at dawn!')).stdout).toBe(ciphertext)
  expect((await runCaptured(['decipher', '--quiet', ...withKey], ciphertext)).stdout).toBe('Attack at dawn!')
})

test.each([
  ['Zruog lv hqrxjk, dqg wlph', 'World is enough, and time'],
  ['Qeb nrfzh yoltk clu grjmp', 'The quick brown fox jumps'],
  ['Gsv jfrxp yildm ulc qfnkh', 'The quick brown fox jumps'],
  ['(96? H6 92G6 D66? E96 DE2CD', 'When we have seen the stars'],
])('the key of %j is found', async (ciphertext, plaintext) => {
  expect(await runCaptured(['decipher'], ciphertext)).toMatchObject({ status: 0, stdout: plaintext })
})

test.each([
  ['vigenere', 'LEMONADE'],
  ['beaufort', 'LEMON'],
  ['gronsfeld', '3141592'],
])('%s: a key of unknown period is found', async (cipher, key) => {
  const plaintext = 'It was the best of times, it was the worst of times, it was the age of wisdom.'
  const { stdout } = await runCaptured(['encipher', '--cipher', cipher, '--key', key], plaintext)
  const found = await runCaptured(['decipher', '--cipher', cipher], stdout)
  expect(found).toMatchObject({ status: 0, stdout: plaintext })
  expect(found.stderr).toContain(`${cipher} · key ${key} · belief 100.00 %`)
})

test('events, a line each', async () => {
  const { stdout } = await runCaptured(['decipher', ...caesar3, '--format', 'ndjson'], 'Gdwd')
  expect(stdout).toBe(
    '{"type":"key","start":0,"cipher":"caesar","key":{"shift":3},"probability":1}\n' +
      '{"type":"final","start":0,"text":"Data"}\n' +
      '{"type":"done","start":4,"cipher":"caesar","key":{"shift":3},"probability":1,"letters":4}\n',
  )
})

test('malformed UTF-8 becomes the replacement character', async () => {
  expect((await runCaptured(['decipher', ...caesar3], Uint8Array.of(0x67, 0xff, 0x64))).stdout).toBe(
    'd\ufffda',
  )
})

test('on a terminal, text is on standard output and the status line on standard error', async () => {
  const { stdout, stderr } = await runCaptured(['decipher', ...caesar3], 'gdwd\nL Olnh Dssohv', {
    columns: 80,
  })
  expect(stdout).toBe('data\nI Like Apples\n')
  expect(stderr).toContain('caesar · shift 3 · belief 100.00 % · 15 letters')
})

describe('a model of one’s own, by path', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-'))
  const put = (name: string, bytes: Uint8Array): string => {
    writeFileSync(path.join(folder, name), bytes)
    return path.join(folder, name)
  }
  const intact = async () => Buffer.from((await findModel('caesar-3')).base64, 'base64')

  test('is used', async () => {
    const file = put('mine.runnel', await intact())
    expect((await runCaptured(['decipher', '--model', file], 'gdwd')).stdout).toBe('data')
  })

  const altered = async (change: (bytes: Buffer) => Uint8Array) => put('bad.runnel', change(await intact()))
  test.each<[string, (bytes: Buffer) => Uint8Array, RegExp]>([
    ['truncated', (bytes) => bytes.subarray(0, 1000), /length: expected \d+ bytes, received 1000, cut short/],
    [
      'with one byte flipped',
      (bytes) => Buffer.from(bytes).fill(bytes[5000] ^ 1, 5000, 5001),
      /sha256: .*altered/,
    ],
    [
      'of a later version',
      (bytes) => Buffer.from(bytes).fill(9, 4, 5),
      /version: .*9, written by a later Runnel/,
    ],
    ['that is no model', () => Buffer.from('hello, world'), /magic: expected RNNL/],
  ])('%s is refused', async (_, change, message) => {
    const { status, stdout, stderr } = await runCaptured(
      ['decipher', '--model', await altered(change)],
      'gdwd',
    )
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
