import type { DecipherEvent } from '@runnel/decipher'
import { areFiles } from '../text-or-files.ts'
import { type Clue, clueIn } from './clue-in.ts'
import type { DecipherCommandOptions } from './decipher-options.ts'

/** The clue of a text that words of a command line are, where a substitution is sought and no letters are given. */
export const clueOf = (
  words: readonly string[],
  { cipher, key, known, alphabet }: DecipherCommandOptions,
): Clue | undefined => {
  const isSought = ['auto', 'substitution'].includes(cipher)
  const isGiven = [key, known, alphabet].some((option) => option !== undefined)
  return isSought && !isGiven && !areFiles(words) ? clueIn(words.join(' ')) : undefined
}

/** A text that words are without its clue, and events of it with that line as it stands, above or below. */
export class ClueBeside {
  readonly text: string
  readonly #above: string
  readonly #below: string
  /** UTF-16 units that are final. */
  #units = 0

  constructor(words: readonly string[], { from, to }: Clue) {
    const whole = words.join(' ')
    const clue = whole.slice(from, to)
    this.text = whole.slice(0, from) + whole.slice(to)
    ;[this.#above, this.#below] = from === 0 ? [clue, ''] : ['', clue]
  }

  /** Events of the text as those of the whole; the last ones are of its end. */
  take(events: readonly DecipherEvent[]): DecipherEvent[] {
    const taken = events.map((event) =>
      'start' in event ? { ...event, start: event.start + this.#above.length } : event,
    )
    if (this.#units === 0 && this.#above !== '') taken.unshift({ type: 'final', start: 0, text: this.#above })
    for (const event of taken) if (event.type === 'final') this.#units += event.text.length
    const done = taken.at(-1)
    if (done?.type !== 'done' || this.#below === '') return taken
    const start = this.#units
    const ended = { ...done, start: start + this.#below.length }
    return [...taken.slice(0, -1), { type: 'final', start, text: this.#below }, ended]
  }
}

/** A line on letters that a clue gave away, where a substitution was read with them. */
export const clueInWords = (clue: Clue | undefined, cipher: string): string[] =>
  clue && cipher === 'substitution' ? [`its clue was taken as letters that are known: ${clue.known}`] : []
