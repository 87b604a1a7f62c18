/** Reasons that a test does not pass, each with the words it then fails with. */
const reasons = {
  'other encodings: ours reads UTF-8': 'ours reads UTF-8 alone',
  'no option fatal': 'ours has no option fatal',
  'no option ignoreBOM': 'ours has no option ignoreBOM',
  'no attribute of the options': 'got undefined',
} as const

/** Name of a reason. */
export type Reason = keyof typeof reasons

/** The reason that a message tells, or the message itself. */
export const reasonIn = (message: string): string =>
  Object.entries(reasons).find(([, words]) => message.includes(words))?.[0] ?? message

/** Number of tests of a file that pass, and those that do not, in order, by their reasons. */
export interface Expected {
  passing: number
  others: Partial<Record<Reason, string[]>>
}

const all = (passing: number): Expected => ({ passing, others: {} })
const split = (encoding: string): string[] =>
  [0, 1, 2, 3].map((at) => `ignoreBOM should work for encoding ${encoding}, split at character ${at}`)
const attribute = (name: string, value: string, set: boolean): string =>
  `setting ${name} to '${value}' should set the attribute to ${set}`
const set = ['true', '1', '[object Object]', '', 'yes']
const decoding = (encoding: string): string[] => [
  `TextDecoderStream should be able to decode ${encoding}`,
  `TextDecoderStream should be able to decode invalid sequences in ${encoding}`,
  `TextDecoderStream should be able to reject invalid sequences in ${encoding}`,
]

type Table = Readonly<Record<string, Expected>>

const ofNode18: Table = {
  'encoding/streams/backpressure.any.js': all(4),
  'encoding/streams/decode-attributes.any.js': {
    passing: 3,
    others: {
      'other encodings: ours reads UTF-8': [
        ...['unicode-1-1-utf-8', 'iso-8859-2', 'ascii', 'utf-16'].map(
          (label) => `encoding attribute should have correct value for '${label}'`,
        ),
        'constructing with an invalid encoding should throw',
      ],
      'no attribute of the options': ['false', '0', '', 'undefined', 'null'].flatMap((value) => [
        attribute('fatal', value, false),
        attribute('ignoreBOM', value, false),
      ]),
      'no option fatal': set.map((value) => attribute('fatal', value, true)),
      'no option ignoreBOM': set.map((value) => attribute('ignoreBOM', value, true)),
    },
  },
  'encoding/streams/decode-bad-chunks.any.js': all(5),
  'encoding/streams/decode-ignore-bom.any.js': {
    passing: 0,
    others: {
      'no option ignoreBOM': split('utf-8'),
      'other encodings: ours reads UTF-8': ['utf-16le', 'utf-16be'].flatMap(split),
    },
  },
  'encoding/streams/decode-incomplete-input.any.js': {
    passing: 1,
    others: { 'no option fatal': ['incomplete input with error mode "fatal" should error the stream'] },
  },
  'encoding/streams/decode-non-utf8.any.js': {
    passing: 0,
    others: {
      'other encodings: ours reads UTF-8': [
        ...['UTF-16BE', 'UTF-16LE', 'Shift_JIS', 'ISO-2022-JP'].flatMap(decoding),
        'TextDecoderStream should be able to decode ISO-8859-14',
      ],
    },
  },
  'encoding/streams/decode-split-character.any.js': all(11),
  'encoding/streams/decode-utf8.any.js': all(12),
  'streams/piping/abort.any.js': all(30),
  'streams/piping/close-propagation-backward.any.js': all(16),
  'streams/piping/close-propagation-forward.any.js': all(30),
  'streams/piping/error-propagation-backward.any.js': all(35),
  'streams/piping/error-propagation-forward.any.js': all(32),
  'streams/piping/flow-control.any.js': all(5),
  'streams/piping/general.any.js': all(14),
  'streams/piping/multiple-propagation.any.js': all(9),
  'streams/piping/pipe-through.any.js': all(43),
  'streams/piping/then-interception.any.js': all(2),
  'streams/piping/throwing-options.any.js': all(8),
  'streams/piping/transform-streams.any.js': all(1),
}

/** Outcome of each file with decipher streams in the place of the platform's; suites by their `digestOf`. */
export const suites: Readonly<Record<string, Table>> = {
  // Debian 12: nodejs 18.20.4.
  '9d36e4e2b210ed7db65afd7f5cd9604b326e6e91bf9772f507edb647f0acfdec': ofNode18,
  // Debian 13: nodejs 20.19.2.
  '5e95ad9032331a224d4d06aa2ea49e5ab2e8bac167aa3b55b935ccb2e814fdb6': {
    ...ofNode18,
    'streams/piping/abort.any.js': all(33),
    'streams/piping/general-addition.any.js': all(1),
  },
}
