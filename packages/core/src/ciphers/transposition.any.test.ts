import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { createCipherStream } from './cipher-stream.ts'
import { findCipher, LONGEST_TEXT, TextTooLongError } from './every-cipher.ts'

const names = ['reversal', 'rail-fence', 'scytale', 'columnar', 'double-columnar', 'route']

test.each([
  // Wikipedia: Rail fence cipher, Scytale, Transposition cipher.
  ['rail-fence', '3', 'WEAREDISCOVEREDFLEEATONCE', 'WECRLTEERDSOEEFEAOCAIVDEN'],
  ['scytale', '4', 'Iamhurtverybadlyhelp', 'Iryyatbhmvaehedlurlp'],
  ['columnar', 'ZEBRAS', 'WEAREDISCOVEREDFLEEATONCEQKJEU', 'EVLNEACDTKESEAQROFOJDEECUWIREE'],
  ['columnar', '6 3 2 4 1 5', 'WEAREDISCOVEREDFLEEATONCE', 'EVLNACDTESEAROFODEECWIREE'],
  ['double-columnar', 'zebras, stripe', 'WEAREDISCOVEREDFLEEATONCE', 'CAEENSOIAEDRLEFWEDREEVTOC'],
  ['route', '9, down, top-right, clockwise', 'WEAREDISCOVEREDFLEEATONCEJX', 'EJXCTEDECDAEWRIORFEONALEVSE'],
  // By hand: ABCD, EFG.
  ['route', '4,across,top-left,clockwise', 'ABCDEFG', 'ABCDGFE'],
  ['route', '4,across,bottom-left,counterclockwise', 'ABCDEFGH', 'EFGHDCBA'],
  ['route', '3,down,bottom-right,clockwise,outward', 'ABCDEFGHI', 'EHGDABCFI'],
  // Exercism, rail-fence-cipher and its tests.
  ['rail-fence', '2', 'XOXOXOXOXOXOXOXOXO', 'XXXXXXXXXOOOOOOOOO'],
  ['rail-fence', '4', 'EXERCISES', 'ESXIEECSR'],
  // Rails and offset, from a picoCTF of 2022, and by hand: the zigzag begins on the middle rail, on its way up.
  [
    'rail-fence',
    '4,all',
    'The flag is: WH3R3_D035_7H3_F3NC3_8361N_4ND_3ND_D00AFDD3',
    'Ta _7N6DDDhlg:W3D_H3C31N__0D3ef sHR053F38N43D0F i33___NA',
  ],
  ['rail-fence', '3,3', 'WEAREDISC', 'EDWAEICRS'],
  // Letters alone move, each in its case; or all of it does.
  ['reversal', '', 'Meet me, at 5!', 'taem te, eM 5!'],
  ['reversal', 'all', 'Meet me, 😀 at 5!', '!5 ta  ,e😀m teeM'],
  ['columnar', 'CAB', 'We are, here', 'ee rah, eWre'],
])('%s with the key %j', (name, written, plaintext, ciphertext) => {
  const cipher = findCipher(name)
  const key = cipher.parseKey(written)
  expect(cipher.encrypt(plaintext, key)).toBe(ciphertext)
  expect(cipher.decrypt(ciphertext, key)).toBe(plaintext)
})

describe.each(names)('%s', (name) => {
  const cipher = findCipher(name)

  test('over everything: the inverse, on any text; characters of two units stay where they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (plain, seed) => {
        const key = { ...(cipher.generateKey(createRandom(seed)) as object), over: 'all' }
        expect(cipher.parseKey(cipher.formatKey(key))).toEqual(key)
        const ciphertext = cipher.encrypt(plain, key)
        expect(cipher.decrypt(ciphertext, key)).toBe(plain)
        expect([...ciphertext].sort()).toEqual([...plain].sort())
      }),
    )
  })

  test('a stream gives nothing until it ends, and then begins anew', () => {
    const key = cipher.generateKey(createRandom(1))
    const stream = createCipherStream(cipher, key, 'encrypt')
    const plaintext = 'the river comes down from the hills'
    const whole = cipher.encrypt(plaintext, key)
    for (let i = 0; i < 2; i++) {
      expect(stream.push(plaintext.slice(0, 10)) + stream.push(plaintext.slice(10))).toBe('')
      expect(stream.end()).toBe(whole)
    }
    expect(stream.save()).toHaveLength(0)
  })

  test('more text than it may hold is refused, and what it holds stays', () => {
    const key = cipher.generateKey(createRandom(1))
    const stream = createCipherStream(cipher, key, 'encrypt')
    stream.push('x'.repeat(LONGEST_TEXT))
    expect(() => stream.push('y')).toThrow(TextTooLongError)
    expect(stream.end()).toHaveLength(LONGEST_TEXT)
  })
})

test.each([
  ['rail-fence', '1'],
  ['rail-fence', '3,4'],
  ['rail-fence', '1001'],
  ['rail-fence', 'three'],
  ['scytale', '1'],
  ['scytale', '2,3'],
  ['columnar', 'A'],
  ['columnar', '1-2-4'],
  ['columnar', '1-1-2'],
  ['columnar', 'ÄB'],
  ['double-columnar', 'ZEBRAS'],
  ['double-columnar', 'AB,BA,AB'],
  ['reversal', '3'],
  ['route', '9'],
  ['route', '9,down,top,clockwise'],
  ['route', '1,down,top-left,clockwise'],
])('%s: %j is no key', (name, written) => {
  expect(() => findCipher(name).parseKey(written)).toThrow(/: expected/)
})

test('a saved stream of another kind is refused', () => {
  const columnar = findCipher('columnar')
  const key = columnar.parseKey('ZEBRAS')
  expect(() => createCipherStream(columnar, key, 'decrypt', Int32Array.of(-1))).toThrow('phase: expected')
})
