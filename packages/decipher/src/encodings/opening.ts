import type { ByteReader, ByteWriter } from '../saving/bytes.ts'

/** UTF-16 units of text as it stands, below which an encoding may still begin: more than a heading, or a question. */
const MOST_BEFORE = 512

/** Beginnings that are searched in vain, after which none is looked for: a search takes a millisecond. */
const MOST_MISSES = 2

/**
 * Ends what stands before an encoding: the end of a line, a sign that opens, a space behind a sign or an emoji, or behind a word that
 * announces it, a quote behind no word, a dot behind an encoding, as in tokens.
 */
const OPENING =
  /\0\.$|[\n"`>([\]\u201c\u2018\u201e\u00ab]$|[:?>)=\udc00-\udfff] $|(?:^|\W)'$|\b(?:Basic|Bearer|echo|(?:flag|key|code|password|message|answer) is) $/

/** Latest units by which it is known. */
const LATEST = 12

/** The place where an encoding may begin within text that stands as it is, near its beginning. */
export class Opening {
  /** UTF-16 units that have passed, up to where no encoding is looked for any longer. */
  #passed = 0
  /** The latest units. */
  #before = ''
  #misses = 0
  /** Whether `=`, which may begin letters of mail, was found last, and is to be passed. */
  isTried = false

  constructor(saved?: ByteReader) {
    if (!saved) return
    this.#passed = saved.uint16()
    const length = saved.uint16()
    saved.demand(length < LATEST)
    for (let i = 0; i < length; i++) this.#before += String.fromCharCode(saved.uint16())
    this.#misses = saved.uint16()
    this.isTried = saved.uint16() === 1
    saved.demand(this.#passed <= MOST_BEFORE && this.#misses <= MOST_MISSES)
  }

  /** Whether any text has passed. */
  get hasPassed(): boolean {
    return this.#passed > 0
  }

  /** Passes text up to where an encoding may begin. @returns how many units, or nothing where none may */
  find(text: string): number | undefined {
    for (let at = 0; at < text.length && this.#mayFind(); at++) {
      if (text[at] === '=' && !this.isTried && this.hasPassed) {
        this.isTried = true
        return at
      }
      this.isTried = false
      this.#passed++
      const latest = this.#before + text[at]
      this.#before = latest.slice(1 - LATEST)
      if (OPENING.test(latest)) return at + 1
    }
    return undefined
  }

  /** Notes that an encoding has ended here. */
  leave(): void {
    this.#before = '\0'
  }

  /** Notes that a beginning was searched, and was in no encoding. */
  miss(): void {
    if (this.hasPassed && this.#misses < MOST_MISSES) this.#misses++
  }

  #mayFind(): boolean {
    return this.#passed < MOST_BEFORE && this.#misses < MOST_MISSES
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#passed)
    writer.uint16(this.#before.length)
    for (let i = 0; i < this.#before.length; i++) writer.uint16(this.#before.charCodeAt(i))
    writer.uint16(this.#misses)
    writer.uint16(this.isTried ? 1 : 0)
  }
}
