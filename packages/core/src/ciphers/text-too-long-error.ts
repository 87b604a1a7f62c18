import { RunnelError } from '../errors.ts'

/** A text longer than can be held, where nothing can be said until all of it is there. */
export class TextTooLongError extends RunnelError {
  static override readonly code = 'text_too_long'
  override readonly name = 'TextTooLongError'
  /** UTF-16 units that are held at the most. */
  readonly limit: number

  /** @param holder name of the cipher that needs all of it */
  constructor(holder: string, limit: number) {
    super(
      TextTooLongError.code,
      `${holder} needs the whole text, of up to ${limit} characters: this one is longer, so give it in parts`,
    )
    this.limit = limit
  }
}
