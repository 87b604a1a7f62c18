import { type DecodingOptions, MOST_TAKEN } from '@runnel/core/encodings'
import type { ByteReader, ByteWriter } from '../saving/bytes.ts'
import type { Decoder, Decoding } from './decoding.ts'
import { Stage } from './stage.ts'

/** Looks for encodings, and takes off those that it finds: up to 16, one inside the other. */
export const createEncodingSearch = (): Decoder => ({
  name: 'auto 4',
  createDecoding: (saved, options) => new EncodingSearch(saved, options),
})

/** Stages one after another: each that has taken an encoding off is followed by one that looks for the next. */
class EncodingSearch implements Decoding {
  readonly fault = undefined
  readonly #stages: Stage[]
  readonly #options: DecodingOptions | undefined

  constructor(saved?: ByteReader, options?: DecodingOptions) {
    this.#options = options
    const count = saved?.uint16() ?? 1
    saved?.demand(count >= 1 && count <= MOST_TAKEN)
    this.#stages = Array.from({ length: count }, () => new Stage(saved, options))
  }

  get undecided(): string {
    // What follows text that was given is not known to follow it at once.
    if (this.#stages.some(({ hasPassed }) => hasPassed)) return ''
    return this.#stages.map((stage) => stage.undecided).join('')
  }

  get encoding(): string {
    return this.#stages
      .map(({ name }) => name)
      .filter((name) => name !== '')
      .join(' > ')
  }

  push(text: string): string {
    return this.#through(text, (stage, given) => stage.push(given))
  }

  settle(): string {
    return this.#through('', (stage, given) => stage.push(given) + stage.settle())
  }

  flush(): string {
    return this.#through('', (stage, given) => stage.push(given) + stage.flush())
  }

  save(writer: ByteWriter): void {
    writer.uint16(this.#stages.length)
    for (const stage of this.#stages) stage.save(writer)
  }

  #through(text: string, read: (stage: Stage, text: string) => string): string {
    let given = text
    for (let i = 0; i < this.#stages.length; i++) {
      const stage = this.#stages[i]
      given = read(stage, given)
      const isLast = i === this.#stages.length - 1
      if (isLast && stage.name !== '' && this.#stages.length < MOST_TAKEN) {
        this.#stages.push(new Stage(undefined, this.#options))
      }
    }
    return given
  }
}
