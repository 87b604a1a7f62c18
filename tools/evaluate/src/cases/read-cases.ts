import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createCaesar, createRandom } from '@runnel/core'
import type { Case } from './case.ts'

/** Ciphertexts that people needed read, in a folder: `cases.jsonl` as it is, `flags.txt` under Caesar. */
export const readCases = (folder: string, seed: number): Case[] => [
  ...parseCases(readFileSync(path.join(folder, 'cases.jsonl'), 'utf8')),
  ...encipherFlags(readFileSync(path.join(folder, 'flags.txt'), 'utf8'), seed),
]

/** Reads a case a line. @throws Error on a line without ciphertext or plaintext */
export const parseCases = (lines: string): Case[] =>
  linesOf(lines).map((line) => {
    const { id, family, ciphertext, plaintext, claimed, language } = JSON.parse(line)
    if (typeof ciphertext !== 'string' || typeof plaintext !== 'string') throw new Error(`no case: ${line}`)
    return { id, family, ciphertext, plaintext, claimed: claimed === true, language }
  })

/** Makes a case of each flag, under a random shift. */
export const encipherFlags = (flags: string, seed: number): Case[] => {
  const random = createRandom(seed)
  const caesar = createCaesar()
  return linesOf(flags).map((plaintext, i) => ({
    id: `flag-${i + 1}`,
    family: 'flags, Caesar',
    ciphertext: caesar.encrypt(plaintext, caesar.generateKey(random)),
    plaintext,
    claimed: true,
    language: 'en',
  }))
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
