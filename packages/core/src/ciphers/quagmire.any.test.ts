import { expect, test } from 'vitest'
import { findCipher } from './every-cipher.ts'

/** Name, key, plaintext and ciphertext, each with its source. */
test.each([
  // American Cryptogram Association, cipher types: the sheets of Quagmire I, II and IV.
  [
    'quagmire1',
    'SPRINGFEVER,FLOWER,A',
    'THEQUAGONEISAPERIODICCIPHERWITHAKEYEDPLAINALPHABETRUNAGAINSTASTRAIGHTCIPHERALPHABET',
    'QPMGQRBUJUYIFDMPYAIFQYYJJJHJYCJLUUTPIDVWYMFSGAESDWHIZRBLIRVCFCZPELBPZYYJJJHWLJJLPUP',
  ],
  [
    'quagmire2',
    'springfever, flower',
    'INTHEQUAGTWOASTRAIGHTPLAINALPHABETISRUNAGAINSTAKEYEDCIPHERALPHABET',
    'JICICOSLYKILFVCHEBDXCCORJIOEWAFMWKKTXBGWHRJIBKEDBJWZABUXWHEHUXOXCU',
  ],
  ['quagmire4', 'SENSORY,PERCEPTION,EXTRA,S', 'THISONEEMPLOYSTHREEKEYWORDS', 'VBMRFCYISPMPBRRHEICXRREIGDX'],
  // Sanborn, Kryptos (1990), the first part.
  [
    'quagmire3',
    'KRYPTOS,PALIMPSEST,K',
    'BETWEENSUBTLESHADINGANDTHEABSENCEOFLIGHTLIESTHENUANCEOFIQLUSION',
    'EMUFPHZLRFAXYUSDJKZLDKRNSHGNFIVJYQTQUXQBQVYUVLLTREVJYQTMKYRDMFD',
  ],
  // The Crypto Den (mountainvistasoft.com), Quagmire 3.
  ['quagmire3', 'STRONGCIPHER,SEARCH', 'BENEATH', 'THNTCZY'],
  // CryptoCrack, user guide, Quagmire.
  [
    'quagmire1',
    'PAULBRANDT,BRANDT',
    'DONTLETANYONETELLYOUTHESKYISTHELIMITWHENTHEREAREFOOTPRINTSONTHEMOON',
    'HIFUFCIRFKUYKYJPFQSSHZMMQONGKFKTNDQAWDJSKFKVJNHCLIRUCXOWHGUYIDJDUKG',
  ],
  [
    'quagmire2',
    'PAULBRANDT,BRANDT,C',
    'DONTLETANYONETELLYOUTHESKYISTHELIMITWHENTHEREAREFOOTPRINTSONTHEMOON',
    'RMGXKEVLGUQQNWLJKBKXOFCYGADWYHNIDKHZYELMYHNSLBWEDMHXSXEKOWQQVELKQSJ',
  ],
  [
    'quagmire4',
    'PAULBRANDT,BRANDT,COUNTRY,P',
    'DONTLETANYONETELLYOUTHESKYISTHELIMITWHENTHEREAREFOOTPRINTSONTHEMOON',
    'KFBIFICEWQVIICOSXRXNCSBLSNMQLNDCSQJLJEKIGIOVDDHIGYFANHMDLHJGKLFXFJG',
  ],
])('%s under %s', (name, key, plaintext, ciphertext) => {
  const cipher = findCipher(name)
  expect(cipher.encrypt(plaintext, cipher.parseKey(key))).toBe(ciphertext)
  expect(cipher.decrypt(ciphertext, cipher.parseKey(key))).toBe(plaintext)
})

test('spaces and signs pass, case stays', () => {
  const quagmire = findCipher('quagmire1')
  const key = quagmire.parseKey('Springfever,Flower,a')
  expect(quagmire.encrypt('The Quag One, 1', key)).toBe('Qpm Gqrb Uju, 1')
})

test('a key is written with its whole alphabets, and read again', () => {
  const quagmire = findCipher('quagmire4')
  const key = quagmire.parseKey('sensory, perception, extra, s')
  expect(key).toEqual({
    alphabets: ['senoryabcdfghijklmpqtuvwxz', 'perctionabdfghjklmqsuvwxyz'],
    word: 'EXTRA',
    under: 'S',
  })
  const written = 'SENORYABCDFGHIJKLMPQTUVWXZ,PERCTIONABDFGHJKLMQSUVWXYZ,EXTRA,S'
  expect(quagmire.formatKey(key)).toBe(written)
  expect(quagmire.parseKey(written)).toEqual(key)
})

test.each([
  ['quagmire1', 'SPRINGFEVER', 'key'],
  ['quagmire1', 'SPRINGFEVER,FLOWER,A,B', 'key'],
  ['quagmire3', 'SPRINGFEVER,,A', 'key'],
  ['quagmire3', 'SPRING5,FLOWER', 'key'],
  ['quagmire3', 'SPRINGFEVER,FLOWER,AB', 'under'],
  ['quagmire4', 'SPRINGFEVER,FLOWER', 'key'],
])('%s: %j is no key', (name, written, option) => {
  expect(() => findCipher(name).parseKey(written)).toThrow(`${option}: expected`)
})
