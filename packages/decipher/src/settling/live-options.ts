import { InvalidOptionError } from '@runnel/core'
import { MOST_CANDIDATES } from '../session/constants.ts'

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
  keyChange?: { rate?: number | undefined }
  /** The way in which a net keeps watch for a change of key, once it is sure; `every` unless given. */
  watch?: WatchMode | undefined
  /** Keys that `candidates` events tell at the most, 1 to 20; none, and nothing is paid, with 0 or unless given. */
  candidates?: number | undefined
  /** The price of speed; docs/live-inference.md has the cost of each value. */
  search?: {
    /** Probability below which a key is dropped, above 0 and up to 0.01; 1e-6 unless given. */
    drop?: number
    /** Letters that `adaptive` looks up between two probes, from 16 to 4096; 96 unless given. */
    gap?: number
  }
}

/** Values of the options that are not given. */
export interface LiveDefaults {
  readonly commit: { readonly probability: number; readonly maxDelay: number }
  readonly keyChange: { readonly rate: number }
  readonly watch: WatchMode
  readonly search: { readonly drop: number; readonly gap: number }
}

/** The options with nothing left out. */
export interface ResolvedOptions {
  rule: { probability: number; maxDelay: number }
  changeRate: number
  watch: WatchMode
  drop: number
  gap: number
}

/** The options where none are given; docs/live-inference.md has what each is worth. */
export const liveDefaults: LiveDefaults = {
  commit: { probability: 0.999, maxDelay: 128 },
  keyChange: { rate: 2e-6 },
  watch: 'every',
  search: { drop: 1e-6, gap: 96 },
}

/** Puts defaults in place of options that are not given. */
export const resolved = ({ commit, keyChange, watch, search }: LiveOptions): ResolvedOptions => ({
  rule: {
    probability: commit?.probability ?? liveDefaults.commit.probability,
    maxDelay: commit?.maxDelay ?? liveDefaults.commit.maxDelay,
  },
  changeRate: keyChange?.rate ?? liveDefaults.keyChange.rate,
  watch: watch ?? liveDefaults.watch,
  drop: search?.drop ?? liveDefaults.search.drop,
  gap: search?.gap ?? liveDefaults.search.gap,
})

/** Each option under its name: its value, whether that is in its range, and the range in words. */
const ranges = (options: LiveOptions): [string, number | string, boolean, string][] => {
  const { rule, changeRate, watch, drop, gap } = resolved(options)
  const { probability, maxDelay } = rule
  const isDelay = Number.isSafeInteger(maxDelay) && maxDelay >= 0
  const { candidates = 0 } = options
  const isCount = Number.isSafeInteger(candidates) && candidates >= 0 && candidates <= MOST_CANDIDATES
  const isGap = Number.isSafeInteger(gap) && gap >= 16 && gap <= 4096
  return [
    ['commit.probability', probability, probability > 0.5 && probability <= 1, 'a number above 0.5, up to 1'],
    ['commit.maxDelay', maxDelay, isDelay, 'a whole number of letters, 0 or more'],
    ['keyChange.rate', changeRate, changeRate >= 0 && changeRate <= 0.5, 'a number from 0 to 0.5'],
    ['watch', watch, watchModes.includes(watch), `one of ${watchModes.join(', ')}`],
    ['candidates', candidates, isCount, `a whole number, 0 to ${MOST_CANDIDATES}`],
    ['search.drop', drop, drop > 0 && drop <= 0.01, 'a number above 0, up to 0.01'],
    ['search.gap', gap, isGap, 'a whole number of letters, 16 to 4096'],
  ]
}

/** The options that change what an inference gives, for its fingerprint; a session adds its own. */
export const optionsInWords = (options: LiveOptions): Record<string, string> =>
  Object.fromEntries(
    ranges(options)
      .filter(([name]) => name !== 'candidates' && (name !== 'search.gap' || options.watch === 'adaptive'))
      .map(([name, value]) => [name, String(value)]),
  )

/** @throws InvalidOptionError naming the first option that is out of its range */
export const checkLiveOptions = (options: LiveOptions): void => {
  for (const [option, value, holds, expected] of ranges(options)) {
    if (!holds) throw new InvalidOptionError(option, value, expected)
  }
}
