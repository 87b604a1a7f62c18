import { describe, expect, test } from 'vitest'
import { createCipherStream } from './cipher-stream.ts'
import { findCipher, LONGEST_TEXT, TextTooLongError } from './every-cipher.ts'

/** Squares without Q, as the articles have them. */
const EXAMPLE_KEYWORD = 'EXAMPLBCDFGHIJKNORSTUVWYZ,KEYWORDABCFGHIJLMNPSTUVXZ'

/** The beginning of the Declaration of Independence, as Beale's second paper counts it. */
const DECLARATION = `When in the course of human events it becomes necessary for one people to dissolve the political bands
which have connected them with another and to assume among the powers of the earth the separate and equal station to which
the laws of nature and of nature's god entitle them a decent respect to the opinions of mankind requires that they should
declare the causes which impel them to the separation we hold these truths to be self evident that all men are created equal
that they are endowed by their creator with certain unalienable rights that among these are life liberty and the pursuit of
happiness that to secure these rights governments are instituted among men`

test.each([
  // Wikipedia: Playfair cipher, Two-square cipher, Four-square cipher, Hill cipher, Bifid cipher, Trifid cipher, ADFGVX cipher,
  // Nihilist cipher, Straddling checkerboard.
  ['playfair', 'playfair example', 'hidethegoldinthetrexestump', 'bmodzbxdnabekudmuixmmouvif'],
  ['two-square', EXAMPLE_KEYWORD, 'Help me Obi-wan Kenobi!', 'Hedl xw Sdj-yan Hotkdg!'],
  ['four-square', EXAMPLE_KEYWORD, 'Help me Obi-wan Kenobi!', 'Fygm ky Hob-xmf Kkkimd!'],
  ['hill', 'GYBNQKURP', 'ACTCAT', 'POHFIN'],
  ['hill', '[6 24 1; 13 16 10; 20 17 15]', 'ACT', 'POH'],
  ['hill', '3 3 2 5', 'HELP', 'HIAT'],
  ['bifid', 'BGWKZQPNDSIOAXEFCLUMTHYVR', 'FLEEATONCE', 'UAEOLWRINS'],
  ['trifid', 'Felix Marie Delastelle, 5', 'AIDETOILECIELTAIDERA', 'FMJFVOISSUFTFPUFEQQC'],
  ['adfgx', 'btalpdhozkqfvsngicuxmrewy,cargo', 'attackatonce', 'faxdfadddgdgfffafaxafafx'],
  [
    'adfgvx',
    'na1c3h8tb2ome5wrpd4f6g7i9j0klqsuvxyz,PRIVACY',
    'ATTACKAT1200AM',
    'DGDDDAGDDGAFADDFDADVDVFAADVX',
  ],
  ['nihilist', 'zebras,russian', 'DYNAMITE WINTER', '37 106 62 36 67 47 86 26  104 53 62 77 27 55'],
  ['checkerboard', 'ETAONRISBCDFGHJKLMPQ/UVWXYZ.,26', 'ATTACKATDAWN', '3113212731223655'],
  // Practical Cryptography: Hill and Bifid.
  ['hill', 'hill', 'SHORTEXAMPLE', 'APADJTFTWLFJ'],
  ['bifid', 'phqgmeaylnofdxkrcvszwbuti,5', 'defendtheeastwallofthecastle', 'ffyhmkhycpliashadtrlhcchlblr'],
  // The first numbers of Beale's second paper: I have de(posited).
  ['book', DECLARATION, 'IHA', '115 73 24'],
])('%s with the key %j', (name, written, plaintext, ciphertext) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  expect(cipher.decrypt(ciphertext, key)).toBe(plaintext)
  // A book has several words for a letter.
  if (name !== 'book') expect(cipher.encrypt(plaintext, key)).toBe(ciphertext)
})

describe('what is put in, left over, and stands between', () => {
  test.each([
    ['playfair', 'playfair example', 'Balloon, Jazz', 'Balxloon, Iazxzx'],
    ['playfair', 'playfair example', 'xx', 'xqxq'],
    ['two-square', 'example,keyword', 'zoo', 'zoox'],
    ['hill', 'HILL', 'Odd', 'Oddx'],
    ['bifid', 'word,5', 'Odd. Just odd', 'Odd. Iust odd'],
    ['adfgx', 'word,cargo', 'Jan 5', 'Ian 5'],
    ['nihilist', 'word,key', 'at 5,  or 17a', 'AT 5,  OR 17A'],
    ['checkerboard', 'ESTONIAR,26', 'Mr. X: 50/50', 'MR. X: 50/50'],
    ['book', 'an apple before crows', 'cab 1x', 'CAB 1x'],
  ])('%s with %j: %j comes back as %j', (name, written, plaintext, again) => {
    const cipher = findCipher(name)
    const key = cipher.parseKey(written)
    expect(cipher.decrypt(cipher.encrypt(plaintext, key), key)).toBe(again)
  })

  test.each([
    ['playfair', 'word', 'ab c', 2],
    ['hill', 'GYBNQKURP', 'abcde', 2],
    ['adfgx', 'word,cargo', 'A', 1],
    ['checkerboard', 'ESTONIAR,26', '2', 1],
  ])('%s with %j: of %j the last %i stand as they are', (name, written, ciphertext, count) => {
    const cipher = findCipher(name)
    const read = cipher.decrypt(ciphertext, cipher.parseKey(written))
    expect(read.slice(-count)).toBe(ciphertext.slice(-count))
    expect(read).toHaveLength(ciphertext.length)
  })

  test('a number that stands for nothing stays', () => {
    const nihilist = findCipher('nihilist')
    expect(nihilist.decrypt('37 5 99999 0 00 62', nihilist.parseKey('zebras,russian'))).toMatch(/^D5999990/)
  })
})

test.each(['playfair', 'bifid', 'checkerboard'])(
  '%s: more that waits than may is refused, and what waits stays',
  (name) => {
    const cipher = findCipher(name)
    const key = cipher.parseKey(
      { playfair: 'word', bifid: 'word,5', checkerboard: 'ESTONIAR,26' }[name] ?? '',
    )
    const stream = createCipherStream(cipher, key, 'decrypt')
    const first = name === 'checkerboard' ? '2' : 'a'
    expect(stream.push(first + ' '.repeat(LONGEST_TEXT - 1))).toBe('')
    expect(() => stream.push('  ')).toThrow(TextTooLongError)
    expect(stream.save()).toHaveLength(LONGEST_TEXT)
    expect(() => createCipherStream(cipher, key, 'decrypt', Int32Array.of(-1))).toThrow('phase: expected')
  },
)

test.each([
  ['playfair', ''],
  ['playfair', 'ABCDEFGHIKLMNOPQRSTUVWXYY'],
  ['playfair', 'wörd'],
  ['two-square', 'example'],
  ['four-square', 'EXAMPLBCDFGHIJKNORSTUVWYZ,keyword'],
  ['hill', 'ABCD'],
  ['hill', '2 0 0 2'],
  ['hill', '1 2 3'],
  ['bifid', 'word,1'],
  ['trifid', 'word,5,5'],
  ['adfgx', 'word'],
  ['adfgvx', 'word,A'],
  ['nihilist', 'word'],
  ['nihilist', 'word,5'],
  ['checkerboard', 'ESTONIAR'],
  ['checkerboard', 'ESTONIAR,22'],
  ['book', '42'],
])('%s: %j is no key', (name, written) => {
  expect(() => findCipher(name).parseKey(written)).toThrow(/: expected/)
})
