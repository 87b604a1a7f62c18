/** A letter of the ciphertext that stands for a letter of the plaintext, set by hand. Lower case. */
export interface Lock {
  readonly cipher: string
  readonly plain: string
}

/** A stretch of the text whose key is known; it goes on to the next one, or to the end. */
export interface KnownStretch {
  /** UTF-16 units from the start of the text. */
  readonly start: number
  readonly cipher: string
  /** As a person writes it. */
  readonly key: string
  /** Letters that the cipher moves, where they are not its own. */
  readonly alphabet?: string
}

/** The choices of a reading. */
export interface ReadingOptions {
  /** `auto`, or a name from the list of ciphers. */
  readonly cipher: string
  /** Code of the plaintext's language, of those of the page; English unless given. */
  readonly language?: string
  /** Letters that the ciphers move whose keys are found, where they are not their own; beside a language. */
  readonly letters?: string
  /** Encodings to be taken off first, as `base64 > hex`, or `auto` for those that are found; none unless given. */
  readonly encoding?: string
  /** Letters set by hand. */
  readonly locks?: readonly Lock[]
  /** A word that is known to be in the text. */
  readonly word?: string
  /** The keys are known: read with them, and weigh nothing. */
  readonly stretches?: readonly KnownStretch[]
  /** Ranked keys to be told; 6 unless given. */
  readonly candidates?: number
  readonly watch?: 'every' | 'adaptive' | 'off'
  /** Least probability of a settled letter, and letters after which it settles in any case. */
  readonly commit?: { readonly probability?: number; readonly maxDelay?: number }
  /** Whether columns of the score are told; true unless given. */
  readonly columns?: boolean
}
