import { createRandom, InvalidOptionError } from '@runnel/core'
import { findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { breathe } from './breathe.ts'

/** English for the lab: `learn` for training, `held` for measuring, both folded to the alphabet of `english`. */
export interface LabText {
  learn: string
  held: string
  /** In words, for the page. */
  source: string
}

/** Gives a text of about so many characters to learn from; `advance` is told how far it is, from 0 to 1. */
export type ReadText = (characters: number, advance: (done: number) => void) => Promise<LabText>

const STREAMS = 64
/** Characters of text that nothing is learned from. */
const HELD = 40_000
/** Of a text that is given. */
const SHORTEST = 20_000

/** Loads the model that writes text for the lab. */
export const openEnglish = async (): Promise<RnnModel> => loadModel(await findModel('english'))

/** English written by the model that ships, so that the lab needs no download. */
export const writtenText =
  (open: () => Promise<RnnModel>, signal: AbortSignal): ReadText =>
  async (characters, advance) => {
    const model = await open()
    return {
      learn: await sampleText(model, characters, 1, signal, advance),
      held: await heldText(model, signal),
      source: 'text that the shipped model `english` wrote, letter by letter, seeds 1 and 2',
    }
  }

/** Text that is held out of the English that the model writes. */
export const heldText = (model: RnnModel, signal: AbortSignal): Promise<string> =>
  sampleText(model, HELD, 2, signal)

/** A user's own text; its last tenth is held out. @throws InvalidOptionError when it is too short */
export const givenText = (text: string): ReadText => {
  if (text.length < SHORTEST) {
    throw new InvalidOptionError('text', `${text.length} characters`, `at least ${SHORTEST} characters`)
  }
  return async () => {
    const cut = Math.floor(text.length * 0.9)
    return { learn: text.slice(0, cut), held: text.slice(cut), source: 'the text given with `--text`' }
  }
}

/**
 * Lets a language model write: each symbol is drawn from what the model foretells. The same seed gives the same
 * text.
 *
 * @param characters about how many
 */
export const sampleText = async (
  model: RnnModel,
  characters: number,
  seed: number,
  signal: AbortSignal,
  advance: (done: number) => void = () => {},
): Promise<string> => {
  const random = createRandom(seed)
  const { outputs, tokenizer } = model
  const states = Array.from({ length: STREAMS }, () => model.createState())
  const ids = new Uint16Array(STREAMS).fill(tokenizer.idOf(' '.charCodeAt(0)))
  const probabilities = new Float32Array(STREAMS * outputs)
  const steps = Math.ceil(characters / STREAMS)
  const written = Array.from({ length: STREAMS }, () => new Uint16Array(steps))
  for (let t = 0; t < steps; t++) {
    if (t % 200 === 0) {
      await breathe(signal)
      advance(t / steps)
    }
    model.stepMany(ids, states, probabilities)
    for (let s = 0; s < STREAMS; s++) {
      ids[s] = draw(probabilities.subarray(s * outputs, (s + 1) * outputs), random.next())
      written[s][t] = ids[s]
    }
  }
  for (const state of states) state.free()
  return written.map((stream) => tokenizer.decode(stream)).join(' ')
}

/** The symbol at `place`, from 0 to 1, among probabilities side by side. Id 0 is padding and never drawn. */
const draw = (probabilities: Float32Array, place: number): number => {
  let left = place * (1 - probabilities[0])
  for (let id = 1; id < probabilities.length; id++) {
    left -= probabilities[id]
    if (left < 0) return id
  }
  return probabilities.indexOf(Math.max(...probabilities.subarray(1)))
}
