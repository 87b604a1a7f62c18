const MARKER = Symbol.for('runnel.error')

/**
 * Base of every error that Runnel throws on purpose.
 *
 * `code` is stable across versions and is what HTTP answers carry; `message` is for people and may change.
 * `isInstance` also knows errors made by another installed copy of the package.
 */
export class RunnelError extends Error {
  static readonly code: string | undefined = undefined
  override readonly name: string = 'RunnelError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    Object.defineProperty(this, MARKER, { value: true })
  }

  /** Whether `value` is a Runnel error; called on a subclass, whether it is one of that kind. */
  static isInstance<T extends RunnelError>(
    this: { readonly code: string | undefined; readonly prototype: T },
    value: unknown,
  ): value is T {
    if (!(value instanceof Error) || !(MARKER in value)) return false
    return this.code === undefined || this.code === (value as { code?: unknown }).code
  }
}

/** A character that is no symbol of the alphabet, where only symbols are allowed. */
export class UnknownSymbolError extends RunnelError {
  static override readonly code = 'unknown_symbol'
  override readonly name = 'UnknownSymbolError'
  readonly symbol: string
  /** UTF-16 units from the start of the text. */
  readonly position: number

  constructor(symbol: string, position: number) {
    super(UnknownSymbolError.code, `${JSON.stringify(symbol)} at position ${position} is not in the alphabet`)
    this.symbol = symbol
    this.position = position
  }
}

/** An option whose value cannot be used; `expected` says in words what can. */
export class InvalidOptionError extends RunnelError {
  static override readonly code = 'invalid_option'
  override readonly name = 'InvalidOptionError'
  readonly option: string
  readonly received: unknown
  readonly expected: string

  constructor(option: string, received: unknown, expected: string) {
    super(InvalidOptionError.code, `${option}: expected ${expected}, received ${show(received)}`)
    this.option = option
    this.received = received
    this.expected = expected
  }
}

/**
 * The error for a chunk that is neither text nor bytes: a TypeError, which whoever writes to a stream expects, with the
 * marker, code and fields of an InvalidOptionError.
 */
export const chunkError = (chunk: unknown): TypeError => {
  const { message, code, option, received, expected } = new InvalidOptionError(
    'chunk',
    chunk,
    'text or bytes',
  )
  const error = Object.assign(new TypeError(message), { code, option, received, expected })
  return Object.defineProperty(error, MARKER, { value: true })
}

const show = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object'
  return String(value)
}
