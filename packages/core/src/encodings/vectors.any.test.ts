import { describe, expect, test } from 'vitest'
import { createEncoding } from './list.ts'
import { decodeText, encodeText } from './whole-text.ts'

const bytes = (...numbers: number[]): string => String.fromCharCode(...numbers)

/** Vectors: encoding, text, and the same encoded. */
const vectors: Record<string, [name: string, text: string, encoded: string][]> = {
  'RFC 4648, 10': [
    ...['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'].map(foobar('base64')),
    ...['', 'MY======', 'MZXQ====', 'MZXW6===', 'MZXW6YQ=', 'MZXW6YTB', 'MZXW6YTBOI======'].map(
      foobar('base32'),
    ),
    ...['', 'CO======', 'CPNG====', 'CPNMU===', 'CPNMUOG=', 'CPNMUOJ1', 'CPNMUOJ1E8======'].map(
      foobar('base32hex'),
    ),
    ...['', '66', '666f', '666f6f', '666f6f62', '666f6f6261', '666f6f626172'].map(foobar('hex')),
  ],
  'draft-msporny-base58-03, 5': [
    ['base58', 'Hello World!', '2NEpo7TZRRrLZSi2U'],
    [
      'base58',
      'The quick brown fox jumps over the lazy dog.',
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    ],
  ],
  'Bitcoin Core, base58_encode_decode.json': [
    ['base58', 'a', '2g'],
    ['base58', 'bbb', 'a3gV'],
    ['base58', 'simply a long string', '2cFupjhnEsSn59qHXstmK2ffpLv2'],
    ['base58', bytes(0, 0, 0), '111'],
  ],
  'Python, test_base64: a85encode': [
    ['ascii85', 'www.python.org', 'GB\\6`E-ZP=Df.1GEb>'],
    ['ascii85', 'no padding', 'DJpY:@:Wn_DJ&'],
    ['ascii85', bytes(0, 0, 0, 0), 'z'],
  ],
  'RFC 3986, 2.5 and 2.1': [
    ['percent', 'À', '%C3%80'],
    ['percent', 'ア', '%E3%82%A2'],
    ['percent', 'a b', 'a%20b'],
  ],
  'RFC 2045, 6.7': [
    [
      'quoted-printable',
      "Now's the time for all folk to come to the aid of their country.",
      "Now's the time for all folk to come to the aid of their country.",
    ],
    ['quoted-printable', 'a=b\r\nc \r\nd', 'a=3Db\r\nc=20\r\nd'],
    ['quoted-printable', 'é', '=C3=A9'],
  ],
  // Labels of section 7.1, in lower case.
  'RFC 3492, 7.1': [
    ['punycode', '他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
    ['punycode', 'Pročprostěnemluvíčesky', 'xn--Proprostnemluvesky-uyb24dma41a'],
    ['punycode', 'почемужеонинеговорятпорусски', 'xn--b1abfaaepdrnnbgefbadotcwatmq2g4l'],
    ['punycode', '3年B組金八先生', 'xn--3B-ww4c5e180e575a65lsy2b'],
    ['punycode', '-> $1.00 <-', '-> $1.00 <-'],
    ['punycode', 'https://bücher.example/☃', 'https://xn--bcher-kva.example/xn--n3h'],
  ],
  // As Python's email.header writes it.
  'RFC 2047, 2': [
    ['encoded-words', 'Grüße', '=?UTF-8?B?R3LDvMOfZQ==?='],
    [
      'encoded-words',
      'The river comes down from the hills, and café',
      '=?UTF-8?B?VGhlIHJpdmVyIGNvbWVzIGRvd24gZnJvbSB0aGUgaGlsbHMsIGFuZCBj?=\r\n =?UTF-8?B?YWbDqQ==?=',
    ],
  ],
  'RFC 2397': [['data-uri', 'SGk=', 'data:text/plain;charset=utf-8;base64,SGk=']],
  "Python's binascii.b2a_uu": [
    ['uuencode', '', 'begin 644 text\n`\nend\n'],
    ['uuencode', 'Cat', 'begin 644 text\n#0V%T\n`\nend\n'],
    ['uuencode', bytes(0, 0, 0x61, 0x62), 'begin 644 text\n$``!A8@``\n`\nend\n'],
    [
      'uuencode',
      'The quick brown fox jumps over the lazy dog, twice.',
      'begin 644 text\n' +
        "M5&AE('%U:6-K(&)R;W=N(&9O>\"!J=6UP<R!O=F5R('1H92!L87IY(&1O9RP@\n" +
        "&='=I8V4N\n`\nend\n",
    ],
  ],
  'ITU-R M.1677-1': [
    ['morse', 'SOS', '... --- ...'],
    ['morse', 'PARIS 73', '.--. .- .-. .. ... / --... ...--'],
  ],
  'HTML standard, 13.2.5': [
    ['html-entities', 'I & you < é', 'I &amp; you &lt; &#xe9;'],
    ['html-entities', '😀', '&#x1f600;'],
    ['html-entities', '\u0082', '\u0082'],
  ],
  'ECMA-262, 12.9.4': [['unicode-escapes', 'é😀\\', '\\u00e9\\ud83d\\ude00\\u005c']],
  'published examples': [
    ['a1z26', 'HELLO WORLD', '8-5-12-12-15 23-15-18-12-4'],
    ['polybius', 'BAT', '12 11 44'],
    ['tap', 'WATER', '..... ..  . .  .... ....  . .....  .... ..'],
    ['bacon', 'STEGANO', 'BAAAB BAABA AABAA AABBA AAAAA ABBAA ABBAB'],
    ['bacon26', 'JUV', 'ABAAB BABAA BABAB'],
    ['bacon-ba', 'STEG', 'ABBBA ABBAB BBABB BBAAB'],
    ['bacon26-ba', 'JUV', 'BABBA ABABB ABABA'],
    ['bacon-case', 'STEG', 'AaaaA AaaAa aaAaa aaAAa'],
    ['bacon-case26', 'JUV', 'aAaaA AaAaa AaAaA'],
    ['zero-width', 'H', '\u200b\u200c\u200b\u200b\u200c\u200b\u200b\u200b'],
    ['code-points', 'Hi 😀', 'U+0048 U+0069 U+0020 U+1F600'],
    // As hexdump -C writes it.
    [
      'hexdump',
      'The river comes down',
      '00000000  54 68 65 20 72 69 76 65  72 20 63 6f 6d 65 73 20  |The river comes |\n' +
        '00000010  64 6f 77 6e                                       |down|',
    ],
    ['braille', 'Hi 42', '⠠⠓⠊⠀⠼⠙⠃'],
    ['nato', 'CQ 9', 'Charlie Quebec / Nine'],
    ['binary', 'Hi', '01001000 01101001'],
    ['octal', 'Hi', '110 151'],
    ['decimal', 'Hi', '72 105'],
    ['multi-tap', 'HELLO YOU', '44 33 555 555 666 0 999 666 88'],
    ['morse-words', 'CQ E', 'dah-di-dah-dit dah-dah-di-dah / dit'],
    ['marked-lines', 'Hi\n> you\n\n', '> Hi\n> > you\n> \n'],
    ['grouped', 'SGVsbG8=', 'SGVs bG8='],
    ['reversed', 'a😀b', 'b😀a'],
    ['words-reversed', 'Hello, world! a😀b', 'olleH, dlrow! b😀a'],
    ['rot5', '1984', '6439'],
    ['rot13', 'Hello', 'Uryyb'],
    ['rot18', 'Hello 10', 'Uryyb 65'],
    ['rot47', 'Hello 10', 'w6==@ `_'],
  ],
}

function foobar(name: string) {
  return (encoded: string, length: number): [string, string, string] => [
    name,
    'foobar'.slice(0, length),
    encoded,
  ]
}

describe.each(Object.entries(vectors))('%s', (_, list) => {
  test.each(list)('%s: %j is %j', (name, text, encoded) => {
    const encoding = createEncoding(name)
    expect(encodeText(encoding, text)).toBe(encoded)
    expect(decodeText(encoding, encoded)).toBe(text)
  })
})

test("Z85's vector of ZeroMQ's RFC 32", () => {
  const { encoder, decoder } = createEncoding('z85')
  expect([encoder.stateLength, decoder.stateLength]).toEqual([6, 7])
})

/** Other forms in which each is met. */
test.each<[name: string, encoded: string, text: string]>([
  ['hex', '0x48 0x69', 'Hi'],
  ['hex', '\\x48\\x69', 'Hi'],
  ['hex', '48:65:6C:6c:6f\n', 'Hello'],
  ['base64', 'SGVs\nbG8', 'Hello'],
  ['base64', 'Zm8=Zm9v', 'fofoo'],
  ['base64', 'Pz8%2FPj4%2bPg%3D%3D', '???>>>>'],
  ['base32', 'MZXQ%3D%3D%3D%3D', 'fo'],
  ['base64url', 'Pz8_', '???'],
  ['base32', 'nbswy3dpeb3w64tmmq', 'hello world'],
  ['ascii85', '<~87cURDZ~>', 'Hello'],
  ['binary', '0100100001101001', 'Hi'],
  ['binary', '1001000 1101001', 'Hi'],
  ['octal', '\\110\\151', 'Hi'],
  ['octal', '110151040110', 'Hi H'],
  ['decimal', '72, 101, 108', 'Hel'],
  ['decimal', '72.101.108', 'Hel'],
  ['decimal', '7210110810811132', 'Hello '],
  ['percent', '100%, %zz and %4', '100%, %zz and %4'],
  ['percent', 'a%20%e2%82%ac', 'a €'],
  ['quoted-printable', 'so=\r\nft=  \nly  \nthis = that', 'softly\nthis = that'],
  ['html-entities', '&lt;b&gt; AT&T &eacute;&#128;&#233 &nosuch;', '<b> AT&T é€é &nosuch;'],
  ['html-entities', '&#72&#105&#x21', 'Hi!'],
  ['html-entities', '&#0000000000072; &#', '&#0000000000072; &#'],
  ['unicode-escapes', '\\u{1f600}\\x41%u0042\\U00000043 C:\\users', '😀ABC C:\\users'],
  ['morse', '···· ··', 'HI'],
  ['morse', '.... .. | - .... . .-. .', 'HI THERE'],
  ['morse', '....  ..', 'H I'],
  ['morse', '...., .. / -,....;.', 'HI THE'],
  ['morse', '....,../-', 'HI T'],
  ['polybius', '(2,3) (2, 4) / (4,4),[2,3]', 'HI TH'],
  ['morse', '.-.-.-.- .', '\ufffdE'],
  ['a1z26', '8 5 12 12 15', 'HELLO'],
  ['a1z26', '8,5 / 12,12', 'HE LL'],
  ['a1z26', '08.05', 'HE'],
  ['a1z26', '8-1-0-2-9', 'HA BI'],
  ['polybius', '23154 2', 'HER'],
  ['polybius', '23 24 / 44 23', 'HI TH'],
  ['polybius', '23154\n2\n44', 'HERT'],
  ['tap', '.. ...  .. ....', 'HI'],
  ['bacon', '00000 00001', 'AB'],
  ['bacon', 'xyxyx', 'L'],
  ['bacon', 'aaaaa', 'A'],
  ['braille', '⠓⠑⠇⠇⠕⠀⠍⠽', 'hello my'],
  ['words-reversed', '.dlrow olleH', 'world. Hello'],
  ['words-reversed', '... ehT', '... The'],
  // As Python's zlib and gzip write them.
  ['zlib', 'x\x9c\xf3H\xcd\xc9\xc9\x07\x00\x05\x8c\x01\xf5', 'Hello'],
  ['deflate', '\xf3H\xcd\xc9\xc9\x07\x00', 'Hello'],
  ['uuencode', '#0V%T\r\n', 'Cat'],
  ['uuencode', 'begin 644 cat.txt\n%0V%T  \n \nend', 'Cat\0\0'],
  ['morse-words', 'Dit dit dit  dah dah dah  dit dit dit', 'SOS'],
  ['morse-words', 'dididit / dahdahdah / dididit', 'S O S'],
  ['morse-words', 'dit dit dit / dah dah dah // dit', 'SO E'],
  ['morse-words', 'dit dit dah-dit', 'EEN'],
  ['morse-words', 'dit dit', 'I'],
  ['morse-words', 'dah, dah dit', 'TN'],
  ['multi-tap', '44-33-555/666', 'HEL O'],
  ['grouped', 'SGVs\n  bG8=', 'SGVsbG8='],
  ['bacon-case26', 'a-bCDE? f.Ghij kl', 'HI'],
  ['zero-width', 'no\u200b\u200cth\u200b\u200b\u200c\u200bing\u200b\u200b', 'H'],
  ['code-points', 'U+0048U+0069;U+10FFFF', 'Hi\u{10ffff}'],
  // RFC 2047, 8.
  ['encoded-words', '(=?ISO-8859-1?Q?a?= b)', '(a b)'],
  ['encoded-words', '(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)', '(ab)'],
  ['encoded-words', '(=?ISO-8859-1?Q?a?=\r\n   =?ISO-8859-1?Q?b?=)', '(ab)'],
  ['encoded-words', '(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
  [
    'encoded-words',
    'Subject: =?iso-8859-1?q?caf=E9_=3D?= for =?KOI8-R?B?9NLVxA==?= =',
    'Subject: café = for Труд =',
  ],
  ['encoded-words', '=?utf-8*en?Q?Hi?= =?none?Q?Hi?= =?= a==?utf-8?B?SGk=?=', 'Hi =?none?Q?Hi?= =?= a=Hi'],
  ['marked-lines', '>a\n>  b\nc\n12 d', 'a\n b\nc\n12 d'],
  ['marked-lines', '1. a\n2) b\n3\n12345. c\n> d', 'a\nb\n3\n12345. c\n> d'],
  ['data-uri', 'data:,A%20b', 'A%20b'],
  ['data-uri', 'DATA:;base64,SGk=', 'SGk='],
  // As xxd, od -A x -t x1z and hexdump -C write it.
  [
    'hexdump',
    '00000000: 5468 6520 7269 7665 7220 636f 6d65 7320  The river comes \n00000010: 6162                  ab\n',
    'The river comes ab',
  ],
  ['hexdump', '000000 48 69 0a                                         >Hi.<\n000003\n', 'Hi\n'],
  [
    'hexdump',
    '00000000  48 69 20 74 68 65 72 65                           |Hi there|\r\n00000008\r\n',
    'Hi there',
  ],
  ['quoted', '{ 0x48, 0x69 };\n', ' 0x48, 0x69 \n'],
  ['quoted', 'char s[] = { 0x48, 0x69 };', ' 0x48, 0x69 '],
  ['quoted', '"a"; b"', 'a"; b'],
  ['nato', 'hotel INDIA', 'HI'],
  ['nato', 'X-ray, Alpha. Juliet', 'XAJ'],
])('%s: %j is read as %j', (name, encoded, text) => {
  expect(decodeText(createEncoding(name), encoded)).toBe(text)
})
