import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LATIN } from '@runnel/core'
import { afterAll, expect, test } from 'vitest'
import { keyedAlphabet } from './keyword-space.ts'

const program = path.join(import.meta.dirname, 'main.ts')
const folder = mkdtempSync(path.join(tmpdir(), 'runnel-keywords-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Words to try: three syllables each, and two that are meant. */
const list = path.join(folder, 'words')
const syllables = [
  'ba',
  'cor',
  'du',
  'fen',
  'gi',
  'hol',
  'ju',
  'kem',
  'lo',
  'mar',
  'ni',
  'pol',
  'qu',
  'rus',
  'ty',
  'vex',
]
const words = syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => a + b + c)))
writeFileSync(list, ['zebra', 'silver', ...words].join('\n'))

test.each([
  ['zebra', 'Flee at once. We are discovered!'],
  ['silver', 'The old mill stands at the bend where the water is quick.'],
])('%s is found among four thousand keywords', (keyword, plaintext) => {
  const keyed = keyedAlphabet(keyword)
  const input = plaintext.replace(/[a-z]/gi, (letter) => {
    const cipher = keyed[LATIN.indexOf(letter.toLowerCase())]
    return letter === letter.toLowerCase() ? cipher : cipher.toUpperCase()
  })
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, list], { input, encoding: 'utf8' })
  expect(stdout).toBe(plaintext)
  expect(stderr).toContain(`keyword ${keyword}, of 4098`)
  expect(status).toBe(0)
})

test('without words to try it says what to give', () => {
  expect(() => execFileSync(process.execPath, [program], { stdio: 'pipe' })).toThrow('which keywords?')
})
