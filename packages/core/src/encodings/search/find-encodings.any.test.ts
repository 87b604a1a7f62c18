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
  ['⠓⠑⠇⠇⠕', 'braille'],
  ['Hotel Echo Lima Lima Oscar', 'nato'],
  ['YUdWc2JHOGdkMjl5YkdRPQ==', 'base64 > base64'],
  ['=QGby92dg8GbsVGa', 'reversed > base64'],
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
  'November',
  'golf hotel',
  '9.O-O-O',
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
