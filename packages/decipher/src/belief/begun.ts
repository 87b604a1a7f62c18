import { finish, type InSteps } from '../in-steps.ts'
import type { CipherSymbol } from '../keys/symbol.ts'
import type { Belief } from './belief.ts'

/** A reading that may have begun: its steps are taken once, by whoever comes first. */
export class Begun<Result> {
  #result: { readonly value: Result } | undefined

  /** Whether a reading has begun whose result is not taken yet. */
  get isOpen(): boolean {
    return this.#result !== undefined
  }

  /** Takes the steps of a reading, whose result the next `take` gives. */
  *begin(steps: InSteps<Result>): InSteps<void> {
    this.#result = { value: yield* steps }
  }

  /** The result of what has begun, or else of what is read now. */
  take(read: () => InSteps<Result>): Result {
    const result = this.#result
    this.#result = undefined
    return result ? result.value : finish(read())
  }
}

/** Has a belief read a symbol, in steps where that is asked for. */
export function* readInSteps(
  belief: Pick<Belief, 'begin' | 'read'>,
  symbol: CipherSymbol,
  { stops, share, ahead }: { stops: boolean; share?: number | undefined; ahead?: number | undefined },
): InSteps<number> {
  const steps = stops ? belief.begin?.(symbol, share, ahead) : undefined
  if (steps) yield* steps
  return belief.read(symbol, share, ahead)
}

/** The part of a belief that reads in steps: all at once, or begun first. */
export abstract class ReadInSteps {
  readonly #begun = new Begun<number>()

  protected abstract readInSteps(symbol: CipherSymbol, share: number): InSteps<number>

  read(symbol: CipherSymbol, share = 1): number {
    return this.#begun.take(() => this.readInSteps(symbol, share))
  }

  begin(symbol: CipherSymbol, share = 1): InSteps<void> {
    return this.#begun.begin(this.readInSteps(symbol, share))
  }
}
