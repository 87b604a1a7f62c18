import { describe, expect, test } from 'vitest'
import { createCipherStream } from './cipher-stream.ts'
import { createGronsfeld, everyCipher, findCipher } from './every-cipher.ts'

/** Name, key, plaintext and ciphertext, each with its source. */
const published: [cipher: string, key: string, plaintext: string, ciphertext: string][] = [
  // Wikipedia, "Vigenère cipher".
  ['vigenere', 'LEMON', 'attackatdawn', 'lxfopvefrnhr'],
  // Practical Cryptography, "Beaufort cipher" and "Porta cipher".
  ['beaufort', 'FORTIFICATION', 'DEFENDTHEEASTWALLOFTHECASTLE', 'CKMPVCPVWPIWUJOGIUAPVWRIWUUK'],
  ['porta', 'FORTIFICATION', 'DEFENDTHEEASTWALLOFTHECASTLE', 'SYNNJSCVRNRLAHUTUKUCVRYRLANY'],
  // Wikipedia, "Beaufort cipher": the variant is the decryption of Vigenère.
  ['variant-beaufort', 'LEMON', 'lxfopvefrnhr', 'attackatdawn'],
  // Wikipedia, "Autokey cipher".
  ['autokey', 'QUEENLY', 'attackatdawn', 'qnxepvytwtwp'],
  // By hand, by the tabula recta: A under Q is Q, T under that Q is J, T under J is C …
  ['ciphertext-autokey', 'Q', 'ATTACK', 'QJCCEO'],
  // By hand, row after row of the tabula recta: rows 3, 5, 7, 9 and 11.
  ['progressive', '3,2', 'HELLO', 'KJSUZ'],
  // By hand, from the tabula recta of Trithemius (Polygraphia, 1518).
  ['trithemius', 'none', 'HELLO', 'HFNOS'],
]

test.each(published)('%s under %s: %s is %s', (name, key, plaintext, ciphertext) => {
  const cipher = findCipher(name)
  expect(cipher.encrypt(plaintext, cipher.parseKey(key))).toBe(ciphertext)
  expect(cipher.decrypt(ciphertext, cipher.parseKey(key))).toBe(plaintext)
})

test('Gronsfeld: the cryptogram of Verne, La Jangada (1881), whose alphabet has no W', () => {
  const cipher = createGronsfeld('abcdefghijklmnopqrstuvxyz')
  const plaintext = 'LEVERITABLEAUTEURDUVOLDESDIAMANTS'
  const ciphertext = 'PHYJSLYDDQFDZXGASGZZQQEHXGKFNDRXU'
  expect(cipher.encrypt(plaintext, { key: '432513' })).toBe(ciphertext)
  expect(cipher.decrypt(ciphertext, { key: '432513' })).toBe(plaintext)
})

describe('spaces and signs', () => {
  const vigenere = findCipher('vigenere')
  const key = vigenere.parseKey('lemon, all')

  test('pass, and the key stands still', () => {
    expect(vigenere.encrypt('Attack at dawn!', { key: 'LEMON' })).toBe('Lxfopv ef rnhr!')
  })

  test('move the key on where that is asked for; a surrogate pair is one sign, however it is cut', () => {
    expect(key).toEqual({ key: 'LEMON', over: 'all' })
    expect(vigenere.encrypt('attack at dawn', key)).toBe('lxfopv mh oeib')
    expect(vigenere.encrypt('attack😀at dawn', key)).toBe('lxfopv😀mh oeib')
    const stream = createCipherStream(vigenere, key, 'decrypt')
    expect(stream.push('lxfopv\ud83d') + stream.push('\ude00mh oeib')).toBe('attack😀at dawn')
  })

  test('have no place in an autokey', () => {
    expect(() => findCipher('autokey').parseKey('QUEEN,all')).toThrow('over: expected nothing')
  })
})

describe('keys', () => {
  test.each([
    ['vigenere', 'the key', 'THEKEY'],
    ['gronsfeld', ' 31415,ALL ', '31415,all'],
    ['progressive', '+3, -1', '3,-1'],
    ['trithemius', '', 'none'],
  ])('%s: %j is %j', (name, text, written) => {
    const cipher = findCipher(name)
    expect(cipher.formatKey(cipher.parseKey(text))).toBe(written)
  })

  test.each([
    ['vigenere', ''],
    ['vigenere', 'k3y'],
    ['vigenere', 'LEMON,some'],
    ['gronsfeld', 'LEMON'],
    ['autokey', 'a'.repeat(33)],
    ['progressive', '3'],
    ['trithemius', 'LEMON'],
  ])('%s: %j is none', (name, text) => {
    expect(() => findCipher(name).parseKey(text)).toThrow(/^key: expected/)
  })

  test.each(Object.keys(everyCipher))('%s: one of no use is refused before any text comes', (name) => {
    const key = { key: 7, shift: 0.5, step: 1, a: 2, b: 0, reflector: 'Z' }
    const hasKey = !['atbash', 'rot47', 'trithemius', 'reversal'].includes(name)
    const start = () => createCipherStream(findCipher(name), key, 'encrypt')
    if (hasKey) expect(start).toThrow(/expected/)
    else expect(start).not.toThrow()
  })
})
