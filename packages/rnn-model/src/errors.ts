import { RunnelError } from '@runnel/core'

/** A model file that cannot be used: not one, cut short, altered, or of a later version. */
export class ModelFormatError extends RunnelError {
  static override readonly code = 'model_format'
  override readonly name = 'ModelFormatError'
  /** Part of the file that is wrong, such as `magic`, `version`, `length`, `sha256`. */
  readonly field: string
  readonly expected: string
  readonly received: string

  constructor(field: string, expected: string, received: string, options?: ErrorOptions) {
    const [part, wanted, found] = [field, expected, received].map(shortened)
    super(
      ModelFormatError.code,
      `not a usable model: ${part}: expected ${wanted}, received ${found}`,
      options,
    )
    this.field = part
    this.expected = wanted
    this.received = found
  }
}

/** Words that may come from the file are cut, however long they are there. */
const shortened = (words: string): string => (words.length > 200 ? `${words.slice(0, 200)}…` : words)

/** A model file that could not be fetched or read. */
export class ModelLoadError extends RunnelError {
  static override readonly code = 'model_load'
  override readonly name = 'ModelLoadError'
  readonly source: string

  constructor(source: string, reason: string, options?: ErrorOptions) {
    super(ModelLoadError.code, `cannot load model ${source}: ${reason}`, options)
    this.source = source
  }
}

/** An engine that this runtime cannot run. */
export class EngineUnavailableError extends RunnelError {
  static override readonly code = 'engine_unavailable'
  override readonly name = 'EngineUnavailableError'
  readonly engine: string

  constructor(engine: string, missing: string, options?: ErrorOptions) {
    super(EngineUnavailableError.code, `cannot run engine ${engine}: this runtime has no ${missing}`, options)
    this.engine = engine
  }
}
