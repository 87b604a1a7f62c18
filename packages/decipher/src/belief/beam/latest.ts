import type { Alphabet } from '@runnel/core'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import { Digits } from './digits.ts'
import { Repeats } from './repeats.ts'

/** The place of a symbol, as far as that says how much it tells of a key. */
export interface Place {
  /** Whether it is a digit, and letters stand before. */
  readonly isDigit: boolean
  /** Whether it comes again as it has come: it is read, but says nothing of keys. */
  readonly isRound: boolean
}

/** The latest symbols of a text, as far as they say how much the next one tells of a key. */
export class Latest {
  readonly repeats: Repeats
  readonly digits: Digits

  constructor(repeats: Repeats, digits: Digits) {
    this.repeats = repeats
    this.digits = digits
  }

  /** Of a text at its start, or as it was saved. */
  static of(alphabet: Alphabet, saved?: ByteReader): Latest {
    return new Latest(new Repeats(saved), new Digits(alphabet, saved))
  }

  /** Takes a symbol in that `repeats` has taken. */
  placeOf(unit: number): Place {
    return { isDigit: this.digits.take(unit), isRound: this.repeats.isRound() }
  }

  /** Another one that has taken in the same. */
  fork(): Latest {
    return new Latest(this.repeats.fork(), this.digits.fork())
  }

  save(writer: ByteWriter): void {
    this.repeats.save(writer)
    this.digits.save(writer)
  }
}
