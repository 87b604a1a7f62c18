import { InvalidOptionError } from '@runnel/core'

/** The ways to watch for a change of key: every letter, stretches of letters, or not at all. */
export const watchModes = ['every', 'adaptive', 'off'] as const

/** One of `watchModes`. */
export type WatchMode = (typeof watchModes)[number]

/** Choices of live inference: weighing, waiting, watching. */
export interface LiveOptions {
  /** When a letter may be called final. Nets with one fixed key are sure at once. */
  commit?: {
    /** Least probability of a letter, above 0.5 and up to 1; 0.999 unless given. */
    probability?: number | undefined
    /** Letters after which it is final in any case; 128 unless given. */
    maxDelay?: number | undefined
  }
  /** Probability that the key changes at a letter, from 0 up to 0.5; 2e-6 unless given. */
  keyChange?: { rate?: number }
  /** The way in which a net keeps watch for a change of key, once it is sure; `every` unless given. */
  watch?: WatchMode | undefined
  /** The price of speed; docs/live-inference.md has the cost of each value. */
  search?: {
    /** Probability below which a key is dropped, above 0 and up to 0.01; 1e-6 unless given. */
    drop?: number
    /** Letters that `adaptive` looks up between two probes, from 16 to 4096; 96 unless given. */
    gap?: number
  }
}

/** The options with nothing left out. */
export interface ResolvedOptions {
  rule: { probability: number; maxDelay: number }
  changeRate: number
  watch: WatchMode
  drop: number
  gap: number
}

/** Puts defaults in place of options that are not given. */
export const resolved = ({ commit, keyChange, watch = 'every', search }: LiveOptions): ResolvedOptions => ({
  rule: { probability: commit?.probability ?? 0.999, maxDelay: commit?.maxDelay ?? 128 },
  changeRate: keyChange?.rate ?? 2e-6,
  watch,
  drop: search?.drop ?? 1e-6,
  gap: search?.gap ?? 96,
})

/** The options that change the text or the events of a stream, for its fingerprint. */
export const optionsInWords = (options: LiveOptions): Record<string, string> => {
  const { rule, changeRate, watch, drop, gap } = resolved(options)
  return {
    'commit.probability': String(rule.probability),
    'commit.maxDelay': String(rule.maxDelay),
    'keyChange.rate': String(changeRate),
    watch,
    'search.drop': String(drop),
    ...(watch === 'adaptive' && { 'search.gap': String(gap) }),
  }
}

/** @throws InvalidOptionError naming the first option that is out of its range */
export const checkLiveOptions = (options: LiveOptions): void => {
  const demand = (option: string, value: number | string, holds: boolean, expected: string): void => {
    if (!holds) throw new InvalidOptionError(option, value, expected)
  }
  const { rule, changeRate, watch, drop, gap } = resolved(options)
  const { probability, maxDelay } = rule
  const isProbability = probability > 0.5 && probability <= 1
  demand('commit.probability', probability, isProbability, 'a number above 0.5, up to 1')
  const isDelay = Number.isSafeInteger(maxDelay) && maxDelay >= 0
  demand('commit.maxDelay', maxDelay, isDelay, 'a whole number of letters, 0 or more')
  demand('keyChange.rate', changeRate, changeRate >= 0 && changeRate <= 0.5, 'a number from 0 to 0.5')
  demand('watch', watch, watchModes.includes(watch), `one of ${watchModes.join(', ')}`)
  demand('search.drop', drop, drop > 0 && drop <= 0.01, 'a number above 0, up to 0.01')
  const isGap = Number.isSafeInteger(gap) && gap >= 16 && gap <= 4096
  demand('search.gap', gap, isGap, 'a whole number of letters, 16 to 4096')
}
