import type { Chunk } from '@runnel/core'
import type { Decipherer, SessionWatch } from '../decipherer.ts'
import { readHeld, saveHeld } from '../encodings/held-snapshot.ts'
import { SessionEndedError } from '../errors.ts'
import { TextInput } from '../input/text-input.ts'
import { checkFingerprint, readFingerprint, saveFingerprint } from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import type { AgainMeans } from './again-means.ts'
import { KeptText } from './kept-text.ts'
import { readAgain } from './read-again.ts'

/** The parts of a session that looks again. */
export interface AgainOptions {
  readonly decipherer: Decipherer
  readonly means: AgainMeans
}

/** A session that looks again at a text that another has not read, when it ends. */
export class AgainSession implements DecipherSession {
  readonly #means: AgainMeans
  readonly #input: TextInput
  readonly #kept: KeptText
  readonly #session: DecipherSession
  #ended = false

  constructor(
    { decipherer, means }: AgainOptions,
    snapshot?: Uint8Array | ArrayBuffer,
    watch?: SessionWatch,
  ) {
    this.#means = means
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint({ again: means.name }, readFingerprint(saved.section('fingerprint')))
    this.#input = new TextInput(saved?.section('input'))
    this.#kept = new KeptText(saved?.section('kept'))
    const held = saved?.section('held')
    if (held) this.#ended = held.uint16() === 1
    const inner = held && readHeld(held)
    saved?.end()
    this.#session = decipherer.createSession(inner, watch)
  }

  push(chunk: Chunk): DecipherEvent[] {
    if (this.#ended) throw new SessionEndedError()
    return this.#read(this.#input.read(chunk))
  }

  settle(): DecipherEvent[] {
    if (this.#ended) throw new SessionEndedError()
    return [...this.#kept.release(), ...this.#session.settle()]
  }

  flush(): DecipherEvent[] {
    if (this.#ended) return []
    const last = this.#input.end()
    const events = last === '' ? [] : this.#read(last)
    this.#ended = true
    const ending = this.#session.flush()
    const { text } = this.#kept
    const again = this.#kept.isOpen ? readAgain(text, this.#means.others, ending) : undefined
    return [...events, ...(again ?? [...this.#kept.release(), ...ending])]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    saveFingerprint({ again: this.#means.name }, sections.section('fingerprint'))
    this.#input.save(sections.section('input'))
    this.#kept.save(sections.section('kept'))
    const held = sections.section('held')
    held.uint16(this.#ended ? 1 : 0)
    saveHeld(inner, held)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  #read(text: string): DecipherEvent[] {
    return this.#kept.keep(text, this.#session.push(text))
  }
}
