import { createAlphabet } from '@runnel/core'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { Inference, InferenceStream, PossibleKey } from '../session/inference.ts'
import type { TakeTrace } from '../session/symbol-trace.ts'

/** UTF-16 units that may stand in front of the first letter; longer text without one goes to the first inference. */
const MOST_HELD = 512

/** Units that wait, from the first letter on, for a letter that one alphabet alone has. */
const MOST_SHARED = 64

/**
 * Inferences of text in several alphabets, by its letters: the one whose alphabet has them reads the text from its start.
 * Text that may be in several waits, as interim text; where no letter tells, the first of them reads it.
 */
export const createByScript = (inferences: readonly Inference[]): Inference => {
  const [first, ...others] = inferences
  return {
    fingerprint: {
      ...first.fingerprint,
      scripts: JSON.stringify(others.map(({ fingerprint }) => fingerprint)),
    },
    alphabet: createAlphabet(
      [...new Set(inferences.flatMap(({ alphabet }) => [...alphabet.letters]))].join(''),
    ),
    createStream: (saved, trace) => new ScriptStream(inferences, saved, trace),
  }
}

class ScriptStream implements InferenceStream {
  readonly #inferences: readonly Inference[]
  readonly #trace: TakeTrace | undefined
  /** Text that may be in several scripts. */
  #held = ''
  /** Number of the inference that reads, once it is known. */
  #script = -1
  /** Until then the first one's, which has read nothing. */
  #stream: InferenceStream

  constructor(inferences: readonly Inference[], saved?: SectionReader, trace?: TakeTrace) {
    this.#inferences = inferences
    this.#trace = trace
    const own = saved?.section('script')
    if (own) {
      this.#script = own.uint16() - 1
      const length = own.uint16()
      own.demand(this.#script < inferences.length)
      own.demand(length < (this.#script === -1 ? MOST_HELD + MOST_SHARED : 1))
      for (let i = 0; i < length; i++) this.#held += String.fromCharCode(own.uint16())
      own.demand(this.#held === '' || this.#scriptsOf(this.#held).waits)
    }
    this.#stream = inferences[Math.max(0, this.#script)].createStream(saved, trace)
  }

  get position(): number {
    return this.#stream.position + this.#held.length
  }

  get weighed(): number {
    return this.#stream.weighed
  }

  read(text: string): DecipherEvent[] {
    if (this.#script !== -1) return this.#stream.read(text)
    this.#held += text
    const { first, waits } = this.#scriptsOf(this.#held)
    return waits ? [{ type: 'interim', start: 0, text: this.#held }] : this.#begin(first)
  }

  settle(isEnd?: boolean): DecipherEvent[] {
    const begun = this.#held === '' ? [] : this.#begin(this.#scriptsOf(this.#held).first)
    return [...begun, ...this.#stream.settle(isEnd)]
  }

  bestKey(): ReturnType<InferenceStream['bestKey']> {
    return this.#stream.bestKey()
  }

  possibleKeys(): PossibleKey[] {
    return this.#stream.possibleKeys()
  }

  save(sections: SectionWriter): void {
    const writer = sections.section('script')
    writer.uint16(this.#script + 1)
    writer.uint16(this.#held.length)
    for (let i = 0; i < this.#held.length; i++) writer.uint16(this.#held.charCodeAt(i))
    this.#stream.save(sections)
  }

  free(): void {
    this.#stream.free()
  }

  /** Has an inference read all that waits, and what comes after it. */
  #begin(script: number): DecipherEvent[] {
    if (script > 0) {
      this.#stream.free()
      this.#stream = this.#inferences[script].createStream(undefined, this.#trace)
    }
    this.#script = script
    const text = this.#held
    this.#held = ''
    return this.#stream.read(text)
  }

  /** The first of the inferences that a text may be for, and whether more of it is waited for. */
  #scriptsOf(text: string): { first: number; waits: boolean } {
    let possible = [...this.#inferences.keys()]
    let end: number | undefined
    for (let i = 0; i < Math.min(text.length, end ?? MOST_HELD) && possible.length > 1; i++) {
      const unit = text.charCodeAt(i)
      const having = possible.filter((at) => this.#inferences[at].alphabet.indexOf(unit) !== -1)
      if (having.length === 0) continue
      end ??= i + MOST_SHARED
      possible = having
    }
    return { first: possible[0], waits: possible.length > 1 && text.length < (end ?? MOST_HELD) }
  }
}
