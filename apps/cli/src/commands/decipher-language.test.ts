import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const GERMAN =
  'Er hatte gesehen, wie das Wasser stieg und fiel, und er fragte sich, was nun mit dem Boot und den Leuten auf dem Fluss geschehen sollte.'
const FRENCH = 'Il regardait la mer et ne savait plus que dire de cette longue nuit.'

test.each([
  ['de', 'substitution', 'zebras', GERMAN],
  ['fr', 'vigenere', 'LEMON', FRENCH],
])('in %s, a key of %s that is not known', async (language, cipher, key, plaintext) => {
  const { stdout } = await runCaptured(['encipher', '-c', cipher, '-k', key, plaintext])
  const found = await runCaptured(['decipher', '--language', language, '-c', cipher, stdout])
  expect(found.stdout).toBe(plaintext)
})

test('a language that substitutions are not searched in, and several, are refused', async () => {
  for (const language of ['sv', 'de,fr', 'auto']) {
    const { status, stderr } = await runCaptured([
      'decipher',
      '--language',
      language,
      '-c',
      'substitution',
      'x',
    ])
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(
        'language: expected one of en, de, fr, es, it, pt, pl, cs, with the cipher substitution',
      ),
    ])
  }
})
