/** A text and its decoded form, to be judged. */
export interface Decoded {
  readonly text: string
  readonly decoded: string
  /** Whether the text is known up to its end. */
  readonly isWhole: boolean
}

/** The looks of texts in an encoding: stricter than its decoder, since any text may come. */
export interface EncodingLook {
  readonly name: string
  /** A character that no such text has. */
  readonly stranger: RegExp
  /** Cost, in tenths of a bit, of holding that it is used. */
  readonly prior: number
  /** Whether it only stands around another encoding. */
  readonly isAround?: boolean
  /** Whether more of a text may still come to be one, after a space or a line end has come. */
  mayGoOn?(text: string): boolean
  /** Whether it is one, going by the text and by what comes out. */
  fits(given: Decoded): boolean
}
