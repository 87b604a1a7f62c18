import { createAlphabet } from '@runnel/core'
import type { SectionReader, SectionWriter } from '../saving/sections.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { Inference, InferenceStream, PossibleKey } from '../session/inference.ts'
import type { TakeTrace } from '../session/symbol-trace.ts'

/** UTF-16 units that may stand in front of the first letter; longer text without one goes to the first inference. */
const MOST_HELD = 512

/**
 * Inferences of text in several scripts, by the first letter: the one whose alphabet has it reads the text from its start.
 * Signs and digits before it wait, as interim text.
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
  /** Text before the first letter. */
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
      own.demand(this.#script < inferences.length && length < (this.#script === -1 ? MOST_HELD : 1))
      for (let i = 0; i < length; i++) this.#held += String.fromCharCode(own.uint16())
      own.demand(this.#scriptOf(this.#held) === -1)
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
    const script = this.#scriptOf(this.#held.slice(0, MOST_HELD))
    if (script !== -1) return this.#begin(script)
    if (this.#held.length >= MOST_HELD) return this.#begin(0)
    return [{ type: 'interim', start: 0, text: this.#held }]
  }

  settle(): DecipherEvent[] {
    const begun = this.#held === '' ? [] : this.#begin(0)
    return [...begun, ...this.#stream.settle()]
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

  /** Number of the first inference whose alphabet has the first letter of a text, or -1. */
  #scriptOf(text: string): number {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const script = this.#inferences.findIndex(({ alphabet }) => alphabet.indexOf(unit) !== -1)
      if (script !== -1) return script
    }
    return -1
  }
}
