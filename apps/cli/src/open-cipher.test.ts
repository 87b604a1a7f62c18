import { InvalidOptionError } from '@runnel/core'
import { expect, test } from 'vitest'
import type { DecipherCommandOptions } from './deciphering/decipher-options.ts'
import { openCipher } from './open-cipher.ts'

const open = (options: Partial<DecipherCommandOptions>) => openCipher(options as DecipherCommandOptions)

test('letters and words that are known belong to a substitution, letters to keys that repeat as well', async () => {
  expect(await open({ cipher: 'vigenere', model: 'english', known: '0=d' })).toMatchObject({
    name: 'vigenere',
  })
  await expect(open({ cipher: 'caesar', known: 'X=e' })).rejects.toThrow(
    new InvalidOptionError('known', 'X=e', '--cipher substitution, or one whose keys repeat, beside it'),
  )
  await expect(open({ cipher: 'auto', crib: 'bread' })).rejects.toThrow(
    new InvalidOptionError('crib', 'bread', '--cipher substitution or enigma beside it'),
  )
})

test('wheels belong to an Enigma', async () => {
  expect(await open({ cipher: 'enigma', wheels: 'any' })).toMatchObject({ name: 'enigma' })
  expect(await open({ cipher: 'enigma', crib: 'bread' })).toMatchObject({ name: 'enigma' })
  await expect(open({ cipher: 'vigenere', wheels: 'any' })).rejects.toThrow(
    new InvalidOptionError('wheels', 'any', '--cipher enigma beside it'),
  )
})
