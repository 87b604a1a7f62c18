import { RunnelError } from '@runnel/core'

/** Values that came faster than they were read, until there was no room for more. */
export class BufferOverflowError extends RunnelError {
  static override readonly code = 'buffer_overflow'
  override readonly name = 'BufferOverflowError'
  readonly capacity: number

  constructor(capacity: number) {
    super(BufferOverflowError.code, `${capacity} values wait to be read, and another came`)
    this.capacity = capacity
  }
}
