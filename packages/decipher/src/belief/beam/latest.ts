import type { Alphabet } from '@runnel/core'
import type { CipherSymbol } from '../../keys/symbol.ts'
import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Hypothesis } from '../hypothesis/hypothesis.ts'
import type { SearchPlan } from '../hypothesis/plan.ts'
import { Digits } from './digits.ts'
import { mayBeLetter } from './may-be-letter.ts'
import { Repeats } from './repeats.ts'
import { Silence } from './silence.ts'

/** The latest symbols of a text, as far as they say how much the next one tells of a key. */
export class Latest {
  readonly repeats: Repeats
  readonly silence: Silence
  readonly digits: Digits

  constructor(repeats: Repeats, silence: Silence, digits: Digits) {
    this.repeats = repeats
    this.silence = silence
    this.digits = digits
  }

  /** Of a text at its start, or as it was saved. */
  static of(alphabet: Alphabet, saved?: ByteReader): Latest {
    return new Latest(new Repeats(saved), new Silence(saved), new Digits(alphabet, saved))
  }

  /** Takes a symbol in. @returns whether it has come so often, or so many that are no letters, that it says nothing */
  isSilent(
    plan: Pick<SearchPlan, 'family' | 'readings'>,
    hypotheses: readonly Hypothesis[],
    symbol: CipherSymbol,
  ): boolean {
    return this.repeats.take(symbol.unit) || this.silence.take(mayBeLetter(plan, hypotheses, symbol))
  }

  /** Another one that has taken in the same. */
  fork(): Latest {
    return new Latest(this.repeats.fork(), this.silence.fork(), this.digits.fork())
  }

  save(writer: ByteWriter): void {
    this.repeats.save(writer)
    this.silence.save(writer)
    this.digits.save(writer)
  }
}
