/** Recipe of what texts are told apart by: texts, and every number that decides what is learned. */
export interface IdentifyRecipe {
  name: string
  /** One sentence for lists. */
  description: string
  /** Names of the texts in `tools/corpus`, and the characters that are taken of each, from its end. */
  corpus: { train: readonly string[]; characters: number; validate: string }
  /** Share of the text to validate on that is not trained on; the rest is trained on, with the others. */
  heldOut: number
  options: {
    /** Texts of each kind. */
    count: number
    /** Letters of plain text in each: each doubling between the two as likely. */
    lengths: readonly [shortest: number, longest: number]
    hidden: number
    epochs: number
    batchSize: number
    learningRate: number
    decay: number
    seed: number
  }
}

/** The recipe of `identify`. */
export const identifyRecipe = (): IdentifyRecipe => ({
  name: 'identify',
  description: 'tells what a text is: plain, under which kind of cipher, in which encoding',
  corpus: { train: ['sotu', 'mail'], characters: 1_500_000, validate: 'moby-dick' },
  heldOut: 0.2,
  options: {
    count: 1000,
    lengths: [10, 320],
    hidden: 32,
    epochs: 30,
    batchSize: 64,
    learningRate: 0.005,
    decay: 0.01,
    seed: 20,
  },
})
