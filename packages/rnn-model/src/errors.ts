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
    super(
      ModelFormatError.code,
      `not a usable model: ${field}: expected ${expected}, received ${received}`,
      options,
    )
    this.field = field
    this.expected = expected
    this.received = received
  }
}

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
