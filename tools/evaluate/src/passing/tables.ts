import { number, percent } from '../figures.ts'
import type { Report } from '../report.ts'
import type { Altered } from './altered.ts'
import type { Lost } from './lost.ts'

/** Text that should pass, with what came of it. */
export interface AlteredRow extends Altered {
  name: string
  source: string
  /** Characters of it. */
  size: number
  /** Of a part of it, cut into messages. */
  cut: Altered
}

/** Letters altered of text that is no ciphertext. */
export const alteredTable = (rows: readonly AlteredRow[], message: number): Report => ({
  title: 'Text that should pass',
  about:
    'Text that is no ciphertext, as one stream through `auto`: letters that come out as others, and other characters ' +
    'that do; and the first tenth of it again, cut into ' +
    `messages of ${message} characters or a few more. Asked: at most 1 letter in 10,000.`,
  columns: [
    'text',
    'from',
    'characters',
    'letters',
    'letters altered in 10,000',
    'other characters altered in 10,000',
    'as messages: letters altered in 10,000',
  ],
  rows: rows.map(({ name, source, size, letters, altered, others, cut }) => [
    name,
    source,
    number(size),
    number(letters),
    inTenThousand(altered, letters),
    inTenThousand(others, size - letters),
    inTenThousand(cut.altered, cut.letters),
  ]),
})

/** Letters of prose in other languages lost to changes of key that were not there. */
export const lostTable = (
  rows: readonly ({ name: string } & Lost)[],
  letters: number,
  seed: number,
): Report => ({
  title: 'Other languages under Caesar: changes of key that were not there',
  about:
    `Streams of ${number(letters)} letters that start at a word, under random shifts (seed ${seed}), \`auto\`, unit by ` +
    'unit. The key is found when it is told with a probability above 0.9 for the first time. A letter that comes after ' +
    'that is lost if it comes out by another key, and left as it stands where it is told that none explains the text. ' +
    'Asked: 99.9 % not lost.',
  columns: [
    'text',
    'streams',
    'key found in',
    'letters not lost to a change of key',
    'letters left as they stand',
    'streams of these that are right since',
    'false alarms in 1,000 letters',
  ],
  rows: rows.map(({ name, streams, found, spared, letters: read, lost, unread, alarms }) => [
    name,
    number(streams),
    percent(found / streams),
    percent(1 - lost / read, 3),
    percent(unread / read, 3),
    percent(spared / found),
    read === 0 ? '' : ((1000 * alarms) / read).toFixed(2),
  ]),
})

const inTenThousand = (part: number, whole: number): string =>
  whole === 0 ? '' : ((10_000 * part) / whole).toFixed(2)
