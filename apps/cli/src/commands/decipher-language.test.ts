import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const GERMAN =
  'Er hatte gesehen, wie das Wasser stieg und fiel, und er fragte sich, was nun mit dem Boot und den Leuten auf dem Fluss geschehen sollte.'
const SWEDISH =
  'Han satt vid fonstret och sag ut over sjon, dar den gamla baten lag och vantade pa att nagon skulle komma och hamta den.'
const FRENCH = 'Il regardait la mer et ne savait plus que dire de cette longue nuit.'

test.each([
  ['de', 'substitution', 'zebras', GERMAN],
  ['fr', 'vigenere', 'LEMON', FRENCH],
])('in %s, a key of %s that is not known', async (language, cipher, key, plaintext) => {
  const { stdout } = await runCaptured(['encipher', '-c', cipher, '-k', key, plaintext])
  const found = await runCaptured(['decipher', '--language', language, '-c', cipher, stdout])
  expect(found.stdout).toBe(plaintext)
})

test.each([
  ['de', 'substitution', 'zebras', GERMAN],
  ['fr', 'vigenere', 'LEMON', FRENCH],
  ['sv', 'substitution', 'zebras', SWEDISH],
])('in %s, keys of %s are sought though no cipher is named', async (language, cipher, key, plaintext) => {
  const { stdout } = await runCaptured(['encipher', '-c', cipher, '-k', key, plaintext])
  const found = await runCaptured(['decipher', '--language', language, stdout])
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toMatch(new RegExp(`^${cipher} · .* · belief`))
})

test('and in whichever language it is, named or not', async () => {
  const { stdout } = await runCaptured(['encipher', '-c', 'vigenere', '-k', 'LEMON', FRENCH])
  for (const words of [[], ['-c', 'vigenere'], ['-c', 'periodic']]) {
    const found = await runCaptured(['decipher', '--language', 'en,fr,uk', ...words, stdout])
    expect(found.stdout).toBe(FRENCH)
    expect(found.stderr).toContain('· French ·')
  }
  const reversed = await runCaptured(['decipher', '--language', 'fr', [...FRENCH].reverse().join('')])
  expect(reversed.stdout).toBe(FRENCH)
})

const HUNGARIAN = 'Az oreg halasz minden reggel kiment a partra, es nezte, hogyan kel fel a nap a viz felett.'

test.each([GERMAN, SWEDISH, FRENCH, HUNGARIAN])('one net reads many languages: %s', async (plaintext) => {
  const { stdout } = await runCaptured(['encipher', '-c', 'affine', '-k', '5,8', plaintext])
  const found = await runCaptured(['decipher', '--model', 'european', stdout])
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toContain('affine · a 5 b 8')
})

const RUSSIAN = 'Привет, как дела? В субботу мы едем на дачу.'

test.each([
  ['ru', 'caesar', '3', RUSSIAN],
  ['uk', 'caesar', '5', 'Вечорами тільки й можна робити, що грати в карти'],
  ['el', 'caesar', '9', 'Η θαλασσα ηταν ησυχη και το φεγγαρι ελαμπε'],
  ['ru', 'vigenere', 'лимон', RUSSIAN.repeat(3)],
])('in %s, text under %s is read though no language is named', async (alphabet, cipher, key, plaintext) => {
  const { stdout } = await runCaptured([
    'encipher',
    '--alphabet',
    alphabet,
    '-c',
    cipher,
    '-k',
    key,
    plaintext,
  ])
  const found = await runCaptured(['decipher', stdout])
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toMatch(new RegExp(`^${cipher} · .* · belief`))
  expect((await runCaptured(['decipher', '-c', cipher], stdout)).stdout).toBe(plaintext)
  expect((await runCaptured(['decipher', '--quiet', `Hint: ${stdout}`])).stdout).toBe(`Hint: ${plaintext}`)
})

test.each([
  [
    'ru-32',
    'молния',
    'В начале июля, в чрезвычайно жаркое время, под вечер один молодой человек вышел из своей каморки на улицу и медленно отправился к мосту.',
  ],
  [
    'uk',
    'чумак',
    'Було це давно, ще коли люди вірили в чари і боялися темного лісу за річкою, де жили русалки та мавки, що співали вночі свої сумні пісні.',
  ],
  [
    'el',
    'κλειδι',
    'Ηταν μια φορα και ενα καιρο ενας βασιλιας που ειχε τρεις κορες, και τις αγαπουσε περισσοτερο απο ολα τα πλουτη του κοσμου.',
  ],
])('a substitution over %s is read, named or not', async (alphabet, key, plaintext) => {
  const options = ['encipher', '--alphabet', alphabet, '-c', 'substitution', '-k', key, plaintext]
  const { stdout } = await runCaptured(options)
  for (const words of [[], ['-c', 'substitution'], ['-c', 'substitution', '-a', alphabet]]) {
    const found = await runCaptured(['decipher', ...words, stdout])
    expect([words, found.stdout]).toEqual([words, plaintext])
    expect(found.stderr).toContain(`substitution · alphabet ${key[0]}`)
  }
})

test('Cyrillic text under a cipher is read inside an encoding too', async () => {
  const { stdout } = await runCaptured(['encipher', '-a', 'ru', '-c', 'caesar', '-k', '5', RUSSIAN])
  for (const encoding of ['base64', 'hex']) {
    const encoded = Buffer.from(stdout).toString(encoding as BufferEncoding)
    const found = await runCaptured(['decipher', encoded])
    expect(found.stdout).toBe(RUSSIAN)
    expect(found.stderr).toContain(`${encoding} > caesar · shift 5 · Russian`)
  }
})

test('a language that homophonic substitutions are not searched in is refused', async () => {
  const { status, stderr } = await runCaptured(['decipher', '--language', 'uk', '-c', 'homophonic', 'x'])
  const names = 'en, de, fr, es, it, pt, pl, cs, sv, no, hu, ro, sl'
  expect(stderr).toContain(`language: expected one of ${names}, with the cipher homophonic, received "uk"`)
  expect(status).toBe(2)
})
