import type { EncodingError } from './encoding-error.ts'

/** Text of one stream that is turned into other text while it arrives, cut anywhere. */
export interface TextStream {
  /** The text that a chunk completes, up to a fault; nothing after it. */
  push(chunk: string): string
  /** The text that the end completes. */
  flush(): string
  /** The place where it went wrong, once it has. Not a part of what `save` gives. */
  readonly fault: EncodingError | undefined
  /** All that it carries to the next chunk, as a copy. */
  save(): Int32Array
}
