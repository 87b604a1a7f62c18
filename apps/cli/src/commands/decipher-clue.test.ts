import { createSubstitution } from '@runnel/core/ciphers'
import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const plaintext =
  'IT WAS THE BEST OF TIMES, IT WAS THE WORST OF TIMES, IT WAS THE AGE OF WISDOM, IT WAS THE AGE OF FOOLISHNESS'
const key = 'QWERTYUIOPASDFGHJKLZXCVBNM'.toLowerCase()
const ciphertext = createSubstitution().encrypt(plaintext, { alphabet: key })
const clue = "Today's Cryptoquip clue: Z equals T"

test.each([
  ['below', [], `${ciphertext}\n\n${clue}\n`, `${plaintext}\n\n${clue}\n`],
  ['above', [], `${clue}\n\n${ciphertext}`, `${clue}\n\n${plaintext}`],
  ['below', ['-c', 'substitution'], `${ciphertext}\n${clue}`, `${plaintext}\n${clue}`],
  ['above', ['-c', 'substitution'], `${clue}\n${ciphertext}`, `${clue}\n${plaintext}`],
])(
  'the clue %s a cryptogram is a letter that is known, and stands as it is: %j',
  async (_, options, text, read) => {
    const { stdout, stderr } = await runCaptured([...options, text])
    expect(stdout).toBe(read)
    expect(stderr).toMatch(/^\n?its clue was taken as letters that are known: Z=t\nsubstitution · /)
  },
)

test('events with a clue have their places, and letters that are given hold in place of it', async () => {
  const words = ['-c', 'substitution', '--format', 'ndjson', `${ciphertext}\n${clue}`]
  const events = (await runCaptured(words)).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.at(-2)).toEqual({ type: 'final', start: plaintext.length, text: `\n${clue}` })
  expect(events.at(-1)).toMatchObject({ type: 'done' })
  const { stderr } = await runCaptured(['-c', 'substitution', '--known', 'Z=t', `${ciphertext}\n${clue}`])
  expect(stderr).not.toContain('clue')
})
