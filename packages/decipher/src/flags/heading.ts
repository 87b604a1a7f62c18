import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** UTF-16 units of a heading at the most. */
export const MOST_HEADING = 1024

/** UTF-16 units of a label at the most. */
const MOST_LABEL = 32

/** Names of lines in the head of a mail: what stands in the line is theirs. */
const LINES =
  'From|To|Cc|Bcc|Subject|Date|Sent|Received|Reply-To|Return-Path|Delivered-To|Message-ID|In-Reply-To|References|User-Agent|MIME-Version|Newsgroups|Organization'

/** Labels of what stands behind them, on their line or the next. */
const LABELS =
  'Hint|Hints|Clue|MSG|Additional Hints|Cipher|Ciphertext|Cipher text|Cryptogram|Cryptoquip|Cryptoquote|Celebrity Cipher|Encrypted|Encrypted message|Encoded|Encoded message|Message|Secret message|Code|Text|Puzzle|Decode this|Decrypt this|Solve this|' +
  'Flag|FLAG|flag|hint|cipher|ciphertext|message|PS|P.S.|Spoiler|SPOILER|ROT13|ROT-13|Rot13|rot13|ROT47|Caesar|Atbash|Affine|Vigenere|Vigenère|Substitution'

/** A number behind a label, as in `Hint #2`, and the dash or bracket that may stand in place of the colon. */
const NUMBER = '(?:\\s?#?\\d{1,3})?'
const DASH = '\\s[-\u2013\u2014]\\s'

/** One that nothing but a space parts from what stands behind it. */
const POSTSCRIPT = 'P\\.S\\.(?=\\s)'

/** Beginnings of the line above the text of a mail that is answered, which ends in `wrote:`. */
const WROTE = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => `On ${day}, `)

/** The line that a letter begins with, and words that it begins with. */
const GREETING = 'Dear|Hi|Hello|Hey'
const GREETS = new RegExp(`^(?:${GREETING})(?: [A-Za-z][\\w.'-]{0,20}){1,3}[,!]\\s*\\n`)
const MAY_GREET = new RegExp(`^(?:${GREETING}) [^\\n]{0,64}$`)

/** First words of a line that asks for help with what stands below it, and words that it then has. */
const ASKING = 'Can|Could|Does|Anyone|Please|Help|Need|Decode|Decrypt|Decipher|Solve|Crack|What|How'
const ASKED =
  'help|solve|solved|decode|decipher|decrypt|crack|cipher|ciphertext|code|message|puzzle|riddle|mean|say|this'
const ASKS = new RegExp(`^(?:${ASKING})\\b[^\\n]{0,160}\\b(?:${ASKED})\\b[^\\n]{0,80}\\n`, 'i')
const MAY_ASK = new RegExp(`^(?:${ASKING})\\b[^\\n]{0,240}$`)

const NAMES = [
  ...`${LINES}|${LABELS}`.split('|').map((name) => `${name}:`),
  ...WROTE,
  ...`${ASKING}|${GREETING}`.split('|'),
]
const LINE = new RegExp(
  `^(?:(?:${LINES}|(?:Content|X)-[\\w-]+):|(?:${WROTE.join('|')})[^\\n]{1,160} wrote:\\s*\\n)`,
)
const MAY_BE_WROTE = new RegExp(`^(?:${WROTE.join('|')})[^\\n]{0,168}$`)
/** A label, or the number of a geocache, and what parts it from the rest. */
const LABEL = new RegExp(
  `^(?:(?:${LABELS.replaceAll('.', '\\.')})${NUMBER}(?:[:)]|${DASH}|(?=\\r?\\n))|${POSTSCRIPT}|GC(?=[A-Z]*\\d)[\\dA-HJKMNPQRTV-Z]{2,6}(?=[\\s:,;-]))[\\s:,;-]*`,
)
const MAY_BE_NUMBERED = new RegExp(
  `^(?:${LABELS.replaceAll('.', '\\.')})\\s?#?\\d{0,3}(?:\\s[-\u2013\u2014]?)?$`,
)
const MAY_BE_LABEL = /^(?:GC?|GC[\dA-HJKMNPQRTV-Z]{1,6}|(?:Content|X)-[\w-]*)$/

/**
 * The heading of a text, as long as it may have one: lines of a mail, a label, the number of a geocache, a line that asks for help. It is known by its
 * names alone, and ends where something else begins.
 */
export class Heading {
  /** Units that have come and may belong to it. */
  text = ''
  /** Whether it may go on. */
  isOpen = true
  /** Units of it that are known to be a heading. */
  #end = 0

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.isOpen = saved.uint16() === 1
    this.#end = saved.uint16()
    const length = saved.uint16()
    saved.demand(length <= MOST_HEADING && this.#end <= length)
    this.text = String.fromCharCode(...Array.from({ length }, () => saved.uint16()))
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.isOpen ? 1 : 0)
    writer.uint16(this.#end)
    writer.uint16(this.text.length)
    for (let i = 0; i < this.text.length; i++) writer.uint16(this.text.charCodeAt(i))
  }

  /**
   * Takes text in, up to where it turns out that the heading has ended, or that there is none.
   *
   * @returns how many units
   */
  take(text: string): number {
    for (let at = 0; at < text.length; at++) {
      this.text += text[at]
      if (this.#goesOn() && this.text.length < MOST_HEADING) continue
      this.isOpen = false
      return at + 1
    }
    return text.length
  }

  /** Ends it. @returns the heading, and what has come behind it */
  close(): { heading: string; rest: string } {
    const heading = this.text.slice(0, this.#end)
    const rest = this.text.slice(this.#end)
    this.text = ''
    this.#end = 0
    this.isOpen = false
    return { heading, rest }
  }

  /** Whether what stands behind the heading so far may belong to it. */
  #goesOn(): boolean {
    const rest = this.text.slice(this.#end)
    if (LINE.test(rest) || ASKS.test(rest) || GREETS.test(rest)) {
      if (!rest.endsWith('\n')) return true
      this.#end = this.text.length
      return true
    }
    const [label = ''] = LABEL.exec(rest) ?? []
    if (label !== '') {
      if (label.length < rest.length) this.#end += label.length
      return label.length === rest.length || this.#goesOn()
    }
    // A line that is empty, or goes on from the one before.
    if ((this.#end > 0 && /^\s*$/.test(rest)) || MAY_BE_WROTE.test(rest)) return true
    if (MAY_ASK.test(rest) || MAY_GREET.test(rest)) return true
    return (
      rest.length < MOST_LABEL &&
      (NAMES.some((name) => name.startsWith(rest)) || MAY_BE_LABEL.test(rest) || MAY_BE_NUMBERED.test(rest))
    )
  }
}
