import { describe, expect, test } from 'vitest'
import { createEnigma } from './enigma.ts'

const enigma = createEnigma()

/** Key, ciphertext and plaintext of published messages, groups left out. */
const messages: [source: string, key: string, ciphertext: string, plaintext: string][] = [
  // Rotors I, II, III from AAA: the vector of most simulators; with all rings at B it is EWTYX (Wikipedia, rotor details).
  ['from A', 'B I-II-III AAA', 'BDZGO', 'AAAAA'],
  ['rings at B', 'B I-II-III BBB AAA', 'EWTYX', 'AAAAA'],
  [
    'the manual of 1930 (Hugh Skillen; Frode Weierud, Enigma messages)',
    'A II-I-III XMV ABL AM FI NV PS TU WZ',
    'GCDSEAHUGWTQGRKVLFGXUCALXVYMIGMMNMFDXTGNVHVRMMEVOUYFZSLRHDRRXFJWCFHUHMUNZEFRDISIKBGPMYVXUZ',
    'FEINDLIQEINFANTERIEKOLONNEBEOBAQTETXANFANGSUEDAUSGANGBAERWALDEXENDEDREIKMOSTWAERTSNEUSTADT',
  ],
  [
    'Operation Barbarossa, 1941, first part (Frode Weierud, Enigma messages)',
    'B II-IV-V BUL BLA AV BS CG DL FU HZ IN KM OW RX',
    'EDPUDNRGYSZRCXNUYTPOMRMBOFKTBZREZKMLXLVEFGUEYSIOZVEQMIKUBPMMYLKLTTDEISMDICAGYKUACTCDOMOHWX' +
      'MUUIAUBSTSLRNBZSZWNRFXWFYSSXJZVIJHIDISHPRKLKAYUPADTXQSPINQMATLPIFSVKDASCTACDPBOPVHJK',
    'AUFKLXABTEILUNGXVONXKURTINOWAXKURTINOWAXNORDWESTLXSEBEZXSEBEZXUAFFLIEGERSTRASZERIQTUNGXDUB' +
      'ROWKIXDUBROWKIXOPOTSCHKAXOPOTSCHKAXUMXEINSAQTDREINULLXUHRANGETRETENXANGRIFFXINFXRGTX',
  ],
  [
    'the battleship Scharnhorst, 1943, on an M3 (Wikipedia, Enigma simulators)',
    'B III-VI-VIII AHM UZV AN EZ HK IJ LR MQ OT PV SW UX',
    'YKAENZAPMSCHZBFOCUVMRMDPYCOFHADZIZMEFXTHFLOLPZLFGGBOTGOXGRETDWTJIQHLMXVJWKZUASTR',
    'STEUEREJTANAFJORDJANSTANDORTQUAAACCCVIERNEUNNEUNZWOFAHRTZWONULSMXXSCHARNHORSTHCO',
  ],
]

test.each(messages)('%s', (_, key, ciphertext, plaintext) => {
  expect(enigma.decrypt(ciphertext, enigma.parseKey(key))).toBe(plaintext)
  expect(enigma.encrypt(plaintext, enigma.parseKey(key))).toBe(ciphertext)
})

test('the middle wheel takes itself along, once in a row: the double step', () => {
  const windows = (presses: number): Int32Array => {
    const stream = enigma.createStream(enigma.parseKey('B I-II-III ADU'), 'encrypt')
    stream.push('a'.repeat(presses))
    return stream.save()
  }
  // ADU, ADV, AEW, BFX, BFY: David Hamer, Enigma: actions involved in the double stepping of the middle rotor (1997).
  expect([1, 2, 3, 4].map((presses) => [...windows(presses)])).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [1, 2, 3],
    [1, 2, 4],
  ])
})

test('signs pass, case stays, and no letter is ever itself', () => {
  const key = enigma.parseKey('C VIII-VI-VII QQQ MCK AB')
  expect(enigma.decrypt(enigma.encrypt('Attack, at 5!', key), key)).toBe('Attack, at 5!')
  expect(enigma.encrypt('e'.repeat(500), key)).not.toContain('e')
})

describe('keys', () => {
  test('are read as people write them, and written one way', () => {
    const key = enigma.parseKey(' b, iv v i  mck, ab,cd ')
    expect(key).toMatchObject({ rotors: 'IV-V-I', rings: 'AAA', start: 'MCK', plugs: 'AB CD' })
    expect(enigma.formatKey(key)).toBe('B IV-V-I AAA MCK AB CD')
  })

  test.each([
    ['B I-II MCK', 'key: expected reflector'],
    ['D I-II-III MCK', 'reflector: expected one of A, B, C'],
    ['B I-I-III MCK', 'rotors: expected three of I,'],
    ['B I-II-IX MCK', 'key: expected reflector'],
    ['B I-II-IIII MCK', 'rotors: expected three of I,'],
    ['B I-II-III MCK AB BC', 'plugs: expected pairs of letters, none twice'],
  ])('%s: %s', (text, message) => {
    expect(() => enigma.parseKey(text)).toThrow(message)
  })
})
