import { expect, test } from 'vitest'
import { runCaptured } from '../testing/run-captured.ts'

const enciphered = async (...words: readonly string[]): Promise<string> =>
  (await runCaptured(['encipher', ...words])).stdout

test.each([
  ['es', 'caesar', '3', 'El niño mañana', 'Hñ plqr odqdpd'],
  ['uk', 'vigenere', 'казка', 'Вечорами тільки', 'Мегяркмп гіщьуф'],
  ['ru', 'atbash', 'none', 'Привет', 'Поцэъм'],
  ['abcdefghiklmnopqrstuvwxyz', 'caesar', '1', 'high tide', 'ikhi ukef'],
])('over %s, %s under %s: %s', async (alphabet, cipher, key, plaintext, ciphertext) => {
  const options = ['--alphabet', alphabet, '--cipher', cipher, '--key', key]
  expect(await enciphered(...options, plaintext)).toBe(ciphertext)
  expect((await runCaptured(['decipher', ...options, ciphertext])).stdout).toBe(plaintext)
})

test.each([
  ['decipher', 'vigenere', 'ключ'],
  ['encipher', 'vigenere', 'λόγος'],
])('%s: a key of other letters says how they are moved: %s %s', async (command, cipher, key) => {
  const { status, stderr } = await runCaptured([command, '-c', cipher, '-k', key, 'Эпячощ'])
  expect(status).toBe(2)
  expect(stderr).toContain('\n(--alphabet ru, uk or el moves Cyrillic or Greek letters)')
})

test.each([
  ['es', 'caesar', '11', 'El niño soñaba con una montaña de España y con el mañana.', 'Spanish'],
  ['uk', 'affine', '5,8', 'Вечорами тільки й можна робити, що грати в карти.', 'Ukrainian'],
  ['ru-32', 'caesar', '5', 'Встретимся завтра у старого моста.', 'Russian'],
  ['el', 'affine', '5,8', 'Ο άνθρωπος δεν ήθελε να γυρίσει πίσω στο χωριό του.', 'Greek'],
])('keys over %s are found: %s', async (alphabet, cipher, key, plaintext, language) => {
  const ciphertext = await enciphered('-a', alphabet, '-c', cipher, '-k', key, plaintext)
  const found = await runCaptured(['decipher', '-a', alphabet, '-c', cipher, ciphertext])
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toContain(` · ${language} · belief`)
})

test.each([
  [
    'es',
    'MAÑANA',
    'El niño pequeño corría por la montaña de su señora madre, y al llegar a casa soñaba con el año.',
  ],
  [
    'no',
    'BÅT',
    'Så gikk han ned til sjøen, og båten lå der ennå; men det var blitt kaldt, og ingen så ham gå.',
  ],
  [
    'el',
    'ΝΕΡΟ',
    'Ο άνθρωπος δεν ήθελε να γυρίσει πίσω στο χωριό του, γιατί η μάνα του τον περίμενε στο σπίτι.',
  ],
])('a key that repeats is found over %s', async (alphabet, key, plaintext) => {
  const ciphertext = await enciphered('-a', alphabet, '-c', 'vigenere', '-k', key, plaintext)
  const found = await runCaptured(['decipher', '-a', alphabet, '-c', 'vigenere', ciphertext])
  expect([found.stdout, found.stderr]).toEqual([plaintext, expect.stringContaining(`key ${key} · belief`)])
})

test('Russian and Ukrainian are told apart by their letters', async () => {
  for (const [alphabet, plaintext, language] of [
    ['ru', 'Все счастливые семьи похожи друг на друга.', 'Russian'],
    ['uk', 'Вечорами тільки й можна робити, що грати в карти.', 'Ukrainian'],
  ]) {
    const ciphertext = await enciphered('-a', alphabet, '-c', 'caesar', '-k', '7', plaintext)
    const found = await runCaptured(['decipher', '--language', 'auto', ciphertext])
    expect([found.stdout, found.stderr]).toEqual([
      plaintext,
      expect.stringContaining(`shift 7 · ${language}`),
    ])
  }
})

test('a language of another script is found by its first letter', async () => {
  const plaintext = '12. Вечорами тільки й можна робити, що грати в карти.'
  const ciphertext = await enciphered('-a', 'uk', '-c', 'caesar', '-k', '5', plaintext)
  const found = await runCaptured(['decipher', '--language', 'en,uk', ciphertext])
  expect(found.stdout).toBe(plaintext)
  expect(found.stderr).toContain('caesar · shift 5 · Ukrainian')
  expect((await runCaptured(['decipher', '--language', 'uk,en', 'Wkh erdw fdph grzq'])).stderr).toContain(
    'English',
  )
})

test('a language beside a key says whose letters it moves', async () => {
  const options = ['decipher', '--cipher', 'caesar', '--key', '3']
  const text = 'Тулезх'
  expect((await runCaptured([...options, '--language', 'ru', text])).stdout).toBe('Привет')
  expect((await runCaptured([...options, '--language', 'de', 'Kdoor'])).stdout).toBe('Hallo')
  for (const [language, words] of [
    ['auto', 'language: expected one, whose letters the key moves, received "auto"'],
    ['ru,uk', 'language: expected one, whose letters the key moves, received "ru,uk"'],
    ['xx', 'language: expected one of en,'],
  ]) {
    const { status, stderr } = await runCaptured([...options, '--language', language, text])
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)])
  }
})

test('alphabets that are none, or in which nothing can be found, are refused', async () => {
  for (const [words, expected] of [
    [['-a', 'tlh', '-c', 'caesar'], 'alphabet: expected one of en, es'],
    [['-a', 'აბგდევზთიკ', '-c', 'caesar'], 'letters that English is written in, or the key beside it'],
    [['-a', 'es', '-l', 'pt', '-c', 'substitution'], 'alphabet: expected the letters of the counts'],
    [['-a', 'абвгдежзийк', '-l', 'ru', '-c', 'substitution'], 'alphabet: expected the letters of the counts'],
    [['-a', 'es', '-l', 'pt', '-c', 'vigenere'], 'letters that portuguese-counts tells apart'],
  ] as const) {
    const { status, stderr } = await runCaptured(['decipher', ...words, 'x'])
    expect([status, stderr]).toEqual([2, expect.stringContaining(expected)])
  }
})

test.each([
  [
    'es',
    'luna',
    'El niño corrió por la montaña aquella mañana de otoño, y su abuela lo llamaba desde la puerta de la cabaña.',
  ],
  [
    'sv',
    'måne',
    'Pojken sprang över ängen den morgonen, och fåglarna sjöng i träden medan hans mormor ropade på honom från dörren till den lilla stugan vid ån.',
  ],
])('a substitution over the letters of %s is read where they are named', async (alphabet, key, plaintext) => {
  const options = ['-c', 'substitution', '-a', alphabet]
  const { stdout } = await runCaptured(['encipher', ...options, '-k', key, plaintext])
  expect((await runCaptured(['decipher', ...options, stdout])).stdout).toBe(plaintext)
})

test('a Quagmire III of known alphabet is Vigenère over it: the indicator of Kryptos (Sanborn, 1990), part one, is found', async () => {
  const ciphertext = 'EMUFPHZLRFAXYUSDJKZLDKRNSHGNFIVJYQTQUXQBQVYUVLLTREVJYQTMKYRDMFD'
  const options = ['-c', 'vigenere', '-a', 'kryptosabcdefghijlmnquvwxz']
  const found = await runCaptured(['decipher', ...options, ciphertext])
  expect(found.stdout).toBe('BETWEENSUBTLESHADINGANDTHEABSENCEOFLIGHTLIESTHENUANCEOFIQLUSION')
  expect(found.stderr).toContain('vigenere · key PALIMPSEST')
})
