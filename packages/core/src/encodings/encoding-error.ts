import { RunnelError } from '../errors.ts'

/** A place where a text is not in the encoding that it was said to be in, or cannot be written in it. */
export interface EncodingFault {
  readonly encoding: string
  /** The sign that may not stand there; none at the end of the text, which may not be there. */
  readonly symbol?: string
  /** Units from the start of the stream: UTF-16 units of text, bytes where bytes are encoded. */
  readonly position: number
  /** Units that such a text may have, where there were more. */
  readonly most?: number
  /** Why, in words, where that does not hang on the sign. */
  readonly reason?: string
}

/** Text that is not in the encoding that it was said to be in, or that cannot be written in it. */
export class EncodingError extends RunnelError {
  static override readonly code = 'malformed_encoding'
  override readonly name = 'EncodingError'
  readonly encoding: string
  readonly symbol: string | undefined
  readonly position: number
  readonly most: number | undefined
  readonly reason: string | undefined

  constructor(fault: EncodingFault) {
    super(EncodingError.code, `${fault.encoding}: ${inWords(fault)}`)
    this.encoding = fault.encoding
    this.symbol = fault.symbol
    this.position = fault.position
    this.most = fault.most
    this.reason = fault.reason
  }
}

/** Positions are told as people count them, from 1. */
const inWords = ({ symbol, position, most, reason }: EncodingFault): string => {
  const place = `position ${position + 1}`
  if (reason !== undefined) return `${reason}, at ${place}`
  if (most !== undefined)
    return `the text is longer than ${most.toLocaleString('en')} characters, and more cannot be held`
  if (symbol === undefined) return `the text may not end at position ${position}, a part is missing`
  return `${JSON.stringify(symbol)} may not stand at ${place}`
}
