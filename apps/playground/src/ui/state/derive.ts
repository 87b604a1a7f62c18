import { computed, type ReadonlySignal } from '@preact/signals'
import { type EarlyLetter, earlyLetters } from './early-letters.ts'
import { type Judgement, judge } from './judgement.ts'
import type { Moment } from './moment.ts'
import type { Page } from './page.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** Latest letters whose bits a judgement of a moment of the past rests on. */
const LATEST = 60

/** The moment that is shown, and all that follows from it. */
export interface Derived {
  /** Rises when the log has changed. */
  readonly version: ReadonlySignal<number>
  readonly moment: ReadonlySignal<Moment>
  /** The text that is deciphered: the ciphertext, its encodings taken off. */
  readonly decoded: ReadonlySignal<string>
  readonly stretches: ReadonlySignal<readonly Stretch[]>
  readonly early: ReadonlySignal<readonly EarlyLetter[]>
  readonly judgement: ReadonlySignal<Judgement>
  /** The letter that is looked at, or the latest. UTF-16 units; -1 before the first. */
  readonly letter: ReadonlySignal<number>
}

/** Derives stretches, judgement and chosen letter of a page. */
export const deriveFrom = (page: Page): Derived => {
  const { reader, playback } = page
  const stretches = computed(() => {
    const { news, settled, waiting } = playback.moment.value
    const plaintext = reader.log.settled.slice(0, settled) + waiting.text
    return stretchesOf(news, { ciphertext: page.decoded.value, plaintext })
  })
  const early = computed(() => {
    const settled = reader.log.settled.slice(0, playback.moment.value.settled)
    return earlyLetters({ ciphertext: page.decoded.value, settled }, stretches.value)
  })
  const judgement = computed((): Judgement => {
    // A reading that has only just begun shows the same moment as the one before it.
    reader.version.value
    const moment = playback.moment.value
    const contradiction = reader.log.started?.contradiction
    if (contradiction) {
      return 'word' in contradiction
        ? { kind: 'contradiction', word: contradiction.word }
        : { kind: 'contradiction', lock: contradiction }
    }
    return judge({
      ciphertext: page.decoded.value,
      moment,
      stretches: stretches.value,
      early: early.value,
      surprises: {
        waiting: surprises(page, moment.settled, moment.read),
        latest: surprises(page, moment.read - LATEST, moment.read),
      },
      isSeeking: isSeeking(page),
      isReady: reader.ready.value !== undefined,
      letters: lettersOf(page.decoded.value, moment.read),
      hasOtherLetters:
        reader.options.value.letters !== undefined || reader.options.value.stretches !== undefined,
    })
  })
  const letter = computed(() => {
    const { read } = playback.moment.value
    const { value } = page.chosen
    return value === undefined ? read - 1 : Math.min(value, page.decoded.value.length - 1)
  })
  return {
    version: reader.version,
    moment: playback.moment,
    decoded: page.decoded,
    stretches,
    early,
    judgement,
    letter,
  }
}

/** Keys are sought in the worker, for text in English whose cipher nobody has named. */
const isSeeking = ({ reader, playback }: Page): boolean => {
  const { cipher, language, stretches } = reader.options.value
  const isWide = cipher === 'auto' && language === undefined && stretches === undefined
  return isWide && reader.kind === 'browser' && reader.isWhole && playback.moment.value.isLatest
}

const surprises = ({ reader: { log } }: Page, from: number, to: number): number[] => {
  const found: number[] = []
  for (let start = Math.max(0, from); start < to; start++) {
    const column = log.columns.at(start)
    if (column && column.surprise > 0 && /\p{L}/u.test(column.cipher)) found.push(column.surprise)
  }
  return found
}

/** Letters among the first units of a text; past a thousand they are enough for any judgement. */
const lettersOf = (text: string, read: number): number => {
  let letters = 0
  for (let index = 0; index < Math.min(read, 1000); index++) if (/\p{L}/u.test(text[index])) letters++
  return letters
}
