/** Choices of weighing keys against the possibility that none explains a text. */
export interface OpenWorldOptions {
  /** Odds that none does, before anything is read. */
  readonly odds?: number
  /** Letters that keys rest at the most after text that none explains. */
  readonly longestRest?: number
}
