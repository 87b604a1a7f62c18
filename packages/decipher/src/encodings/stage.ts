import {
  createEncoding,
  type DecodingOptions,
  type EncodingLook,
  encodingLooks,
  findEncodings,
  isEncoding,
  MOST_UNDECIDED,
  mayBe,
} from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import { Opening } from './opening.ts'
import { TakenEncoding } from './taken-encoding.ts'

/** Of a stage: its text waits to be decided; an encoding is taken off; text passes as it stands. */
const MODES = { undecided: 0, decoding: 1, passing: 2 } as const

/** A first word that may be in an encoding by itself, with others after it: a name in a program seldom has a digit. */
const FIRST_WORD = /^\s*(?=[a-z/_-]*[\d=+%])([\w+/=%-]{16,})/i

/** Numbers up to a sign that closes what one before them has opened. */
const CLOSED = /^([^a-z]{8,})["'`)\]}]$/i

/**
 * One encoding that may stand around the text of a stream, with the compression that is in it. Its beginning waits until it is
 * decided; text that turns out to be in no encoding, or no longer in it, passes as it stands, and near the beginning of a text
 * an encoding may follow it.
 */
export class Stage {
  /** The encoding that was taken off, such as `hex` or `base64 > gzip`, or empty. */
  name = ''
  #mode: number = MODES.undecided
  #held = ''
  readonly #all: readonly EncodingLook[] = encodingLooks()
  /** Encodings that the beginning may be in. */
  #looks = this.#all
  #taken: TakenEncoding | undefined
  readonly #opening: Opening
  readonly #options: DecodingOptions | undefined

  constructor(saved?: ByteReader, options?: DecodingOptions) {
    this.#options = options
    this.#opening = new Opening(saved)
    if (!saved) return
    this.#mode = saved.uint16()
    const length = saved.uint16()
    saved.demand(this.#mode <= MODES.passing && length <= MOST_UNDECIDED)
    for (let i = 0; i < length; i++) this.#held += String.fromCharCode(saved.uint16())
    if (this.hasPassed) this.#looks = this.#within()
    if (length > 0) this.#narrow()
    if (this.#mode === MODES.decoding) this.#taken = TakenEncoding.read(saved, options)
    this.name = this.#taken?.name ?? saved.text()
    saved.demand(this.name === '' || this.name.split(' > ').every(isEncoding))
  }

  get undecided(): string {
    return this.#held
  }

  /** Whether text has been given that stood before an encoding. */
  get hasPassed(): boolean {
    return this.#opening.hasPassed
  }

  get isDecided(): boolean {
    return this.#mode !== MODES.undecided
  }

  push(text: string): string {
    let given = ''
    for (let rest = text; rest !== ''; ) {
      if (!this.isDecided) {
        // Spaces before an encoding within a text are the text's.
        const space = this.hasPassed && this.#held === '' ? rest.search(/\S|$/) : 0
        given += rest.slice(0, space)
        const end = space + this.#take(rest.slice(space))
        rest = (this.isDecided ? this.#takeHeld() : '') + rest.slice(end)
      } else if (this.#taken) {
        const { decoded, end } = this.#taken.read(rest)
        given += decoded
        if (end < rest.length) this.#leave()
        if (end < rest.length && decoded.endsWith('\n') && this.#opening.find('\n')) this.#begin()
        rest = rest.slice(end)
      } else {
        const end = this.#opening.find(rest)
        given += rest.slice(0, end)
        if (end === undefined) break
        rest = rest.slice(end)
        this.#begin()
      }
    }
    return given
  }

  /** Decides by what has come. */
  settle(): string {
    let given = ''
    while (!this.isDecided) {
      this.#decide(true)
      given += this.push(this.#takeHeld())
    }
    return given
  }

  flush(): string {
    const given = this.settle() + (this.#taken?.leave() ?? '')
    this.#leave()
    return given
  }

  save(writer: ByteWriter): void {
    this.#opening.save(writer)
    writer.uint16(this.#mode)
    writer.uint16(this.#held.length)
    for (let i = 0; i < this.#held.length; i++) writer.uint16(this.#held.charCodeAt(i))
    if (this.#taken) this.#taken.save(writer)
    else writer.text(this.name)
  }

  /** Looks for an encoding that begins. */
  #begin(): void {
    this.#mode = MODES.undecided
    this.#looks = this.#within()
  }

  /** Encodings that may begin within a text. In the case of letters anything may stand, as in names of programs, and behind a stop too. */
  #within(): readonly EncodingLook[] {
    if (this.#opening.isTried) return this.#all.filter(({ name }) => name === 'quoted-printable')
    return this.#all.filter(({ name }) => !/^(?:bacon-case|reversed)/.test(name))
  }

  /** Takes the units of a beginning, and decides where it can. @returns how many */
  #take(text: string): number {
    let from = 0
    while (!this.isDecided && from < text.length) {
      this.#held += text[from++]
      this.#narrow()
      if (this.#looks.length === 0) this.#found(this.#inFirstWord())
      else if (this.#held.length === MOST_UNDECIDED) this.#decide(false)
    }
    return from
  }

  #narrow(): void {
    // Spaces around a text that was copied are no part of it.
    const text = this.#held.trim()
    this.#looks = this.#looks.filter((look) => mayBe(look, text))
  }

  #takeHeld(): string {
    const held = this.#taken ? this.#held.trimStart() : this.#held
    this.#held = ''
    return held
  }

  #decide(isWhole: boolean): void {
    const found = this.#search(this.#held.trim(), isWhole)
    this.#found(found.length > 0 ? found : this.#inFirstWord())
  }

  /** A text that is in no encoding, with what follows its first word or closes its numbers, may be in one up to there. */
  #inFirstWord(): readonly string[] {
    const closed = this.hasPassed ? CLOSED : FIRST_WORD
    const word = (FIRST_WORD.exec(this.#held) ?? closed.exec(this.#held))?.[1]
    return word === undefined || word === this.#held.trim() ? [] : this.#search(word, true)
  }

  #search(text: string, isWhole: boolean): readonly string[] {
    const all = findEncodings(text, isWhole)
    // Behind other text a sentence backwards is none, but for a flag.
    const found = this.hasPassed && all[0] === 'reversed' && all.length === 1 && text[0] !== '}' ? [] : all
    if (found.length === 0) this.#opening.miss()
    return found
  }

  #found([name, inner]: readonly string[]): void {
    this.#mode = MODES.passing
    this.#looks = []
    if (name === undefined) return
    const isCompressed = inner !== undefined && createEncoding(inner).signs === 'bytes'
    const taken = isCompressed ? `${name} > ${inner}` : name
    this.#taken = new TakenEncoding(taken, this.#held, { options: this.#options })
    this.name = this.#taken.name
    this.#mode = MODES.decoding
  }

  #leave(): void {
    this.#taken = undefined
    this.#opening.leave()
    this.#mode = MODES.passing
  }
}
