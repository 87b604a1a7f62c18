import { InvalidOptionError } from '@runnel/core'
import { type RnnModel, type State, taskOf } from '@runnel/rnn-model'
import type { KeyFilter } from '../belief/belief.ts'
import { createReadings, type Readings } from '../belief/hypothesis/readings.ts'
import { keySpaceOf } from '../keys/index.ts'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { Inference } from '../session/inference.ts'
import { type LiveOptions, resolved } from '../settling/live-options.ts'
import { createLiveInference } from '../settling/settling-stream.ts'
import { checkTrainedOn } from './trained-on.ts'

/**
 * Infers the key live with a net that reads the ciphertext and says which key each letter stands under: one step
 * a character and no search.
 *
 * @throws InvalidOptionError when the net tells other keys apart than its cipher has
 */
export const createRecogniser = (model: RnnModel, wanted: string, options: LiveOptions): Inference => {
  const { name } = model.config
  const { cipher, keys } = taskOf(model.config, 'recognise-key')
  checkTrainedOn(model, cipher, wanted)
  const space = keySpaceOf(cipher)
  if (space.keys.length !== keys) {
    throw new InvalidOptionError(
      'model',
      name,
      `a net that tells the ${space.keys.length} keys of ${cipher} apart`,
    )
  }
  const { rule, watch, gap } = resolved(options)
  const readings = createReadings(space, model.tokenizer, name)
  return createLiveInference({
    fingerprint: `model ${name} ${model.id}`,
    space,
    readings,
    rule,
    watch,
    gap,
    createFilter: (saved) => new KeyRecogniser(model, readings, saved),
  })
}

/** Probability from which on the net may be left alone, where no change of key is expected. */
const CERTAIN = 0.9999

/** The belief is what the net says of the latest letter; it holds for all text that still waits. */
class KeyRecogniser implements KeyFilter {
  readonly doubt = 0
  readonly isOpening = false
  readonly #model: RnnModel
  readonly #readings: Readings
  readonly #state: State
  #weights: Float32Array
  #best = 0

  constructor(model: RnnModel, readings: Readings, saved?: ByteReader) {
    this.#model = model
    this.#readings = readings
    this.#weights = saved ? saved.floats(readings.keys) : Float32Array.from(readings.priors)
    this.#state = saved ? model.loadState(saved.floats(model.stateLength)) : model.createState()
    this.#best = this.#weights.indexOf(Math.max(...this.#weights))
  }

  get key(): number {
    return this.#best
  }

  get probability(): number {
    return this.#weights[this.#best]
  }

  get isCertain(): boolean {
    return this.probability >= CERTAIN
  }

  read(unit: number, index: number): void {
    const id = this.#model.tokenizer.idOf(unit)
    if (id === 0) return
    const weights = this.#model.step(id, this.#state)
    // What it says after a space or a digit stands for no letter.
    if (index === -1) return
    this.#weights.set(weights)
    for (let key = 0; key < weights.length; key++) {
      if (weights[key] > weights[this.#best]) this.#best = key
    }
  }

  keyAt(): number {
    return this.#best
  }

  agreement(_position: number, index: number, unit: number): number {
    const reading = this.#readings.unitOf(this.#best, index, unit)
    let agreeing = 0
    for (let key = 0; key < this.#weights.length; key++) {
      if (this.#readings.unitOf(key, index, unit) === reading) agreeing += this.#weights[key]
    }
    return agreeing
  }

  forget(): void {}

  save(writer: ByteWriter): void {
    writer.floats(this.#weights)
    writer.floats(this.#model.saveState(this.#state))
  }

  free(): void {
    this.#state.free()
  }
}
