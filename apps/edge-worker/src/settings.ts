import { RunnelError } from '@runnel/core'
import * as v from 'valibot'
import { ceilingsSchema } from './ceilings.ts'

/** Bindings and variables that a deployment may set; without any of them the service runs, open and unmetered. */
export interface ServiceBindings {
  /** Keys that clients may have, with spaces or commas between them; without any the service is open. A secret. */
  API_KEYS?: string
  /** Origins whose pages may call the service, with spaces or commas between them, or `*`; without any, none. */
  ALLOWED_ORIGINS?: string
  /** Ceilings that differ from the usual ones, as JSON. */
  CEILINGS?: unknown
  /** SHA-256 of each further model's file, by its name, as JSON. */
  MODEL_SHA256?: unknown
  /** Seconds of the period of `RATE_LIMITER`, which the binding does not tell. */
  RATE_LIMIT_PERIOD?: string | number
  RATE_LIMITER?: RateLimit
  /**
   * Letters of a text that keys are sought for where no key that can be listed explains them, 8 to 4096, or 0 for none: 256 unless
   * given.
   */
  SEEK_LETTERS?: string | number
  SEEK_SUBSTITUTION?: string | number
  METRICS?: AnalyticsEngineDataset
  MODELS?: R2Bucket
  ASSETS?: Fetcher
}

/** The settings of a deployment, read. */
export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>

/** The deployment is set up wrongly; told to its log, never to its clients. */
export class SettingsError extends RunnelError {
  static override readonly code = 'settings'
  override readonly name = 'SettingsError'
  /** The variable that is wrong. */
  readonly variable: string

  constructor(variable: string, reason: string) {
    super(SettingsError.code, `variable ${variable}: ${reason}`)
    this.variable = variable
  }
}

const words = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text.split(/[\s,]+/).filter((word) => word !== '')),
)

/** A variable that holds JSON comes read from wrangler.jsonc, and as text from elsewhere. */
const json = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' ? JSON.parse(value) : (value ?? {}))),
)

/** Letters within which keys are sought, or 0. */
const lettersFrom = (least: number, usual: number) =>
  v.pipe(
    v.optional(v.union([v.string(), v.number()]), usual),
    v.transform(Number),
    v.check(
      (letters) => letters === 0 || (Number.isInteger(letters) && letters >= least && letters <= 4096),
      `a whole number of letters, ${least} to 4096, or 0`,
    ),
  )

const settingsSchema = () =>
  v.object({
    API_KEYS: v.pipe(
      words,
      v.everyItem((key) => key.length >= 16, 'a key has 16 characters or more'),
    ),
    ALLOWED_ORIGINS: words,
    CEILINGS: v.pipe(v.optional(json, {}), ceilingsSchema()),
    MODEL_SHA256: v.pipe(
      v.optional(json, {}),
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'names of small letters, digits and hyphens'),
        ),
        v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'SHA-256 in 64 small hexadecimal digits')),
      ),
    ),
    RATE_LIMIT_PERIOD: v.pipe(
      v.optional(v.union([v.string(), v.number()]), 60),
      v.transform(Number),
      v.picklist([10, 60]),
    ),
    SEEK_LETTERS: lettersFrom(8, 256),
    SEEK_SUBSTITUTION: lettersFrom(40, 160),
  })

/**
 * Reads the settings of a deployment.
 *
 * @throws SettingsError naming the variable that is wrong
 */
export const readSettings = (bindings: ServiceBindings): Settings => {
  const result = v.safeParse(settingsSchema(), bindings)
  if (result.success) return result.output
  const [issue] = result.issues
  // The value may be a secret: only where, and what was expected.
  throw new SettingsError(v.getDotPath(issue) ?? '', issue.expected ?? issue.message)
}

/** Makes what reads the settings of each deployment once: it takes 50 µs, and all work that is charged asks for a rate. */
export const createSettingsReader = (): ((bindings: ServiceBindings) => Settings) => {
  const read = new WeakMap<object, Settings>()
  return (bindings) => {
    const settings = read.get(bindings) ?? readSettings(bindings)
    read.set(bindings, settings)
    return settings
  }
}
