import { expect, test } from 'vitest'
import { createEncoding, encodings } from '../list.ts'
import { encodeText } from '../whole-text.ts'
import { findEncodings } from './find-encodings.ts'
import { encodingLooks } from './looks.ts'

const found = (text: string): string => findEncodings(text.slice(0, 64), text.length <= 64).join(' > ')

test.each([
  ['SGVsbG8=', 'base64'],
  ['SGVs\nbG8gd29y\nbGQ=', 'base64'],
  ['Pz8_IHdoeSBub3QgdGhpcyA_Pz8', 'base64url'],
  ['aGVsbG8gd29ybGQ', 'base64url'],
  ['68656c6c6f', 'hex'],
  ['48 65 6C 6C 6F', 'hex'],
  ['0x48 0x65 0x6c 0x6c 0x6f', 'hex'],
  ['NBSWY3DPEB3W64TMMQ======', 'base32'],
  ['2NEpo7TZRRrLZSi2U', 'base58'],
  ['87cURD]i,"Ebo80', 'ascii85'],
  ['01001000 01101001 00100001 00100000 01001000 01101001', 'binary'],
  ['72 101 108 108 111', 'decimal'],
  ['110 145 154 154 157', 'octal'],
  ['72-101-108-108-111', 'decimal'],
  ['nbswy3dpeb3w64tmmq', 'base32'],
  ['%48%65%6c%6c%6f', 'percent'],
  ['Hello%20World%21', 'percent'],
  ['&#72;&#101;&#108;&#108;&#111;', 'html-entities'],
  ['\\u0048\\u0065\\u006c\\u006c\\u006f', 'unicode-escapes'],
  ['... --- ...', 'morse'],
  ['8 5 12 12 15 23 15 18 12 4', 'a1z26'],
  ['23 15 31 31 34 52 34 42 31 14', 'polybius'],
  ['.. ...  . .....  ... .  ... .  ... ....', 'tap'],
  ['AABBB AABAA ABABA ABABA ABBAB', 'bacon'],
  ['BBAAA AABAA BABAB ABABB', 'bacon26'],
  ['U+0048 U+0065 U+006C U+006C U+006F', 'code-points'],
  ['00000000  48 65 6c 6c 6f                                    |Hello|\n00000005', 'hexdump'],
  ['00000000: 4865 6c6c 6f20 776f 726c 64             Hello world\n', 'hexdump'],
  [
    '\u200b\u200c\u200b\u200b\u200c\u200b\u200b\u200b\u200b\u200c\u200c\u200b\u200b\u200c\u200b\u200c\u200b\u200c\u200c\u200b\u200c\u200c\u200b\u200bnothing',
    'zero-width',
  ],
  ['wHeN ThE moRnIng came The BOats wEre alREady far OUt', ''],
  ['getElementById setTimeout innerHTML addEventListener', ''],
  ['Nqq sybhe. Nqq ohggre. Nqq fhtne. Nqq envfvaf. Nqq pvaanzba. Nqq inavyyn.', ''],
  ['Gur Mra bs Clguba, ol Gvz Crgref\n\nOrnhgvshy vf orggre guna htyl.', ''],
  ['Cytgah sTEAto rtn rsligcdsrporpyi H r fWiigo ovn oe', ''],
  ['whEn The MorniNg cAme THe BOats wEre alreaDy fAR oUT', 'bacon-case26'],
  ['sOmE pEoPlE wRiTe LiKe ThIs AlL tHe TiMe', ''],
  ['{ 0x48, 0x65, 0x6c, 0x6c, 0x6f };', 'quoted > hex'],
  ['unsigned char s[5] = { 0x48, 0x65, 0x6c, 0x6c, 0x6f };', 'quoted > hex'],
  ['const x = "SGVsbG8gd29ybGQh";', 'quoted > base64'],
  ['const x = "hello world";', ''],
  ['let us go', ''],
  ['⠓⠑⠇⠇⠕', 'braille'],
  ['Hotel Echo Lima Lima Oscar', 'nato'],
  // Forms in which they are pasted.
  ['SGVs bG8g d29y bGQh', 'grouped > base64'],
  ['VGhlIHF1 aWNrIGJy b3duIGZv eA==', 'grouped > base64'],
  ['ZmxhZ3 tiYX\nNlNj', ''],
  ['NBSWY3DP EB3W64TM MQ======', 'grouped > base32'],
  ['begin 644 cat.txt\n#0V%T\n`\nend\n', 'uuencode'],
  ['dit dit dit  dah dah dah  dit dit dit', 'morse-words'],
  ['di-dah-dit / dah-dah-dah / dah-di-dit', 'morse-words'],
  ['44 33 555 555 666', 'multi-tap'],
  ['44-33-555-555-666 0 9-666-777-555-3', 'multi-tap'],
  ['48 65 6C 6c 6F 20 77 6f 72 6C 64', 'hex'],
  ['72.101.108.108.111.32.119.111.114.108.100', 'decimal'],
  ['&#72&#101&#108&#108&#111', 'html-entities'],
  ['=66=6C=61=67=7B=71=70=7D', 'quoted-printable'],
  ['1 0000 0 / 10 111 010 1 0000 / 110 01 1 0', 'morse01'],
  ['0 1111 1  01 000 101 0 1111  001 10 0 1', 'morse10'],
  ['b aaaa a/ba bbb aba b aaaa/bba ab b a', 'morse01'],
  ['o xxxx x\nox ooo xox o xxxx\noox xo o x', 'morse10'],
  ['-/...././/-./---/.-./-/....//--./.-/-/.', 'morse'],
  ['200805141518200807012005', 'a1z26'],
  ['8-1-16-16-25-0-2-9-18-20-8-4-1-25', 'a1z26'],
  ['19 7 4 13 14 17 19 7 6 0 19 4 1', 'a0z25'],
  ['190704131417190706001904', 'a0z25'],
  [
    '11101001101000110010101000001101110110111111100101110100110100001000001100111110000111101001100101',
    'binary7',
  ],
  [
    '1110100 1101000 1100101 100000 1101110 1101111 1110010 1110100 1101000 100000 1100111 1100001 1110100 1100101',
    'binary',
  ],
  [
    '0b01110100, 0b01101000, 0b01100101, 0b00100000, 0b01101110, 0b01101111, 0b01110010, 0b01110100, 0b01101000, 0b00100000, 0b01100111, 0b01100001, 0b01110100, 0b01100101',
    'binary',
  ],
  ['10011 00111 00100 01101 01110 10001 10011 00111 00110 00000 10011 00100', 'bacon26'],
  ['100110011100100011010111010001100110011100110000001001100100', 'bacon26'],
  ['DD BC AE CC CD DB DD BC BB AA DD AE', 'polybius-ae'],
  ['33 12 04 22 23 31 33 12 11 00 33 04', 'polybius0'],
  ['{ 0x74, 0x68, 0x65, 0x20, 0x6e, 0x6f, 0x72, 0x74, 0x68, 0x20, 0x67, 0x61, 0x74, 0x65 }', 'quoted > hex'],
  ['[116, 104, 101, 32, 110, 111, 114, 116, 104, 32, 103, 97, 116, 101]', 'quoted > decimal'],
  ["b'dGhlIG5vcnRoIGdhdGU='", 'quoted > base64'],
  ['[20, 8, 5, 14, 15, 18, 20, 8, 7, 1, 20, 5]', 'quoted > a1z26'],
  ['74h 68h 65h 20h 6Eh 6Fh 72h 74h 68h 20h 67h 61h 74h 65h', 'hex'],
  ['0164 0150 0145 040 0156 0157 0162 0164 0150 040 0147 0141 0164 0145', 'octal'],
  ['bZBKDZf|mQXdq`{bY%', 'base85'],
  ['74006800650020006e006f0072007400680020006700610074006500', 'hex > utf16le'],
  ['//50AGgAZQAgAG4AbwByAHQAaAAgAGcAYQB0AGUA', 'base64 > utf16le'],
  ['YUdWc2JHOGdkMjl5YkdRPQ==', 'base64 > base64'],
  ['=QGby92dg8GbsVGa', 'reversed > base64'],
  ['nTIfoT8tq29loTDtLJ4tLz9uqN==', 'rot13 > base64'],
  ['H4sIAAAAAAACA/NIzcnJBwCCidH3BQAAAA==', 'base64 > gzip'],
  ['H4sIAAAAAAACAx3L0QmAMAyE4VVuAHEaF0hNtILNQRspbm/w9b77t2po7H75iSkDO2+FuCISCiVQReGMlGYL', 'base64 > gzip'],
  [
    'eJwdy9EJgDAMhOFVbgBxGhdITbSCzUEbKW5v8PW++7dqaOx++YkpAztvhbgiEgolUEXhjJRmCwZTcnUW6otpHlBO',
    'base64 > zlib',
  ],
  ['eJzzSM3JyQcABYwB9Q==', 'base64 > zlib'],
  ['789cf348cdc9c90700058c01f5', 'hex > zlib'],
])('%j is in %s', (text, names) => {
  expect(found(text)).toBe(names)
})

test.each([
  '',
  'a',
  'Call me Ishmael.',
  'deadbeef',
  'cafe',
  'beating',
  'disobeying',
  'McDonald',
  'internationalization',
  'HELLOWORLDHELLOWORLDHELLOWORLDHELLO',
  'aGVsbG8',
  'XKQZ-PWVN-JHTR',
  'picoCTF{r0tat1on_d3crypt3d_429af00f}',
  'd41d8cd98f00b204e9800998ecf8427e',
  '550e8400-e29b-41d4-a716-446655440000',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0',
  'GATTACAGATTACACCGT',
  'hahahahahahahahahahaha',
  'aaaaabbbbb',
  '1 2 3 4 5 6 7 8 9 10 11 12',
  '4 8 15 16 23 42',
  '+1-415-839-6885',
  '06 12 34 56 78',
  '09:23:38',
  '20:41:42',
  '4852-4852',
  '192.168.10.1',
  '---',
  '...',
  '. . . . .',
  '-----------',
  'https://example.org/a%20b%20c',
  'see a%20b%20c',
  '978-3-16-148410-0',
  '100% of it, and 50%25 more',
  'AT&T &amp; more of it',
  'C:\\users\\u0041',
  'one two three four five six',
  'Then that girl went away with John',
  'GURP NPUR VFUV QQRA',
  'DE89 3704 0044 0532 0130 00',
  'begin 2 march',
  'did Ada add a data id',
  '22 33 44 55 66 77 88 99',
  '555 666 222 333',
  '==== 66 ====',
  '10.11.12.13.14.15',
  '1.3.6.1.4.1.311.21.20',
  'November',
  'golf hotel',
  '9.O-O-O',
  // Numbers, notes, counting and random digits.
  '10 11 100 101 110 111 1000 1001 1010',
  'C D E C C D E C E F G',
  '3 0 12 5 7 0 2 1 0 4 11 3 2 8',
  '20121224 20130101 20140506',
  '101100111000111100001011010010110110100101101110',
  '0 1 0 1 1 0 1 1 0 0 1 0 1 1 1 0',
  '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]',
  '"Hello" she said',
  '[In order to avoid people]',
  'A1 B2 C3 D4',
  'pneumonoultramicroscopicsilicovolcanoconiosis',
])('%j is text as it stands', (text) => {
  expect(found(text)).toBe('')
})

test('every encoding that is looked for is one of the list', () => {
  const names = encodingLooks().map(({ name }) => name)
  expect(names.filter((name) => !Object.hasOwn(encodings, name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('hostile nesting is searched four deep', () => {
  let text = 'Hello, world'
  for (let i = 0; i < 8; i++) text = encodeText(createEncoding('base64'), text)
  expect(found(text).split(' > ').length).toBeLessThanOrEqual(4)
})

test('what goes on for long without separators is told in no time', () => {
  const text = `48:${'65'.repeat(30)}\\x65`
  expect(found(text)).toBe('hex')
})
