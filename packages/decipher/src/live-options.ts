/** Every letter; stretches of letters; or not at all. */
export type WatchMode = 'every' | 'adaptive' | 'off'

/** How live inference of the key weighs and waits. */
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
  /** How closely a net keeps watch for a change of key, once it is sure; `every` unless given. */
  watch?: WatchMode | undefined
}

/** The options with nothing left out. */
export interface ResolvedOptions {
  rule: { probability: number; maxDelay: number }
  changeRate: number
  watch: WatchMode
}

/** Puts what holds unless given in place of what is not. */
export const resolved = ({ commit, keyChange, watch = 'every' }: LiveOptions): ResolvedOptions => ({
  rule: { probability: commit?.probability ?? 0.999, maxDelay: commit?.maxDelay ?? 128 },
  changeRate: keyChange?.rate ?? 2e-6,
  watch,
})
