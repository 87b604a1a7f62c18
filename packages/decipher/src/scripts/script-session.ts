import type { Chunk } from '@runnel/core'
import type { Decipherer, SessionWatch } from '../decipherer.ts'
import { readHeld, saveHeld } from '../encodings/held-snapshot.ts'
import { SessionEndedError } from '../errors.ts'
import { shifted, shiftedWatch } from '../flags/shifted.ts'
import type { InSteps } from '../in-steps.ts'
import { TextInput } from '../input/text-input.ts'
import { checkFingerprint, readFingerprint, saveFingerprint } from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import type { DecipherSession } from '../session/decipher-session.ts'
import type { DecipherEvent } from '../session/events.ts'
import { type StoppingSession, within } from '../session/stepped-session.ts'
import { MOST_BEFORE, type OtherScript, otherScripts, scriptOf } from './script-of.ts'

/** Finds the decipherer of text in a script; undefined where there is none. */
export type OfScript = (script: OtherScript) => Decipherer | undefined

/** A session whose text is read by another one from its first letter on, where that is in another script. */
export class ScriptSession implements StoppingSession {
  readonly #ofScript: OfScript
  readonly #watch: SessionWatch | undefined
  readonly #input: TextInput
  /** Text so far, as long as its script is open. */
  #beginning = ''
  #isOpen = true
  #script: OtherScript | undefined
  /** UTF-16 units and Latin letters before those of the other script. */
  #units = 0
  #letters = 0
  #session: DecipherSession
  #ended = false

  constructor(
    latin: Decipherer,
    ofScript: OfScript,
    snapshot?: Uint8Array | ArrayBuffer,
    watch?: SessionWatch,
  ) {
    this.#ofScript = ofScript
    this.#watch = shiftedWatch(watch, () => this.#units)
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint({ scripts: '1' }, readFingerprint(saved.section('fingerprint')))
    this.#input = new TextInput(saved?.section('input'))
    const own = saved?.section('script')
    if (own) {
      this.#ended = own.uint16() === 1
      this.#isOpen = own.uint16() === 1
      this.#script = otherScripts[own.uint16() - 1]
      this.#units = own.uint16()
      this.#letters = own.uint16()
      const length = own.uint16()
      own.demand(length < MOST_BEFORE)
      this.#beginning = String.fromCharCode(...Array.from({ length }, () => own.uint16()))
    }
    const inner = own && readHeld(own)
    saved?.end()
    const decipherer = this.#script ? ofScript(this.#script) : latin
    own?.demand(decipherer !== undefined)
    this.#session = (decipherer as Decipherer).createSession(inner, this.#watch)
  }

  push(chunk: Chunk, stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return this.#read(this.#input.read(chunk), stops)
  }

  settle(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) throw new SessionEndedError()
    return this.#shifted(within(this.#session, stops).settle())
  }

  *flush(stops: boolean): InSteps<DecipherEvent[]> {
    if (this.#ended) return []
    const events = yield* this.#read(this.#input.end(), stops)
    this.#ended = true
    return [...events, ...(yield* this.#shifted(within(this.#session, stops).flush()))]
  }

  snapshot(): Uint8Array {
    const inner = this.#session.snapshot()
    const sections = new SectionWriter()
    saveFingerprint({ scripts: '1' }, sections.section('fingerprint'))
    this.#input.save(sections.section('input'))
    const own = sections.section('script')
    own.uint16(this.#ended ? 1 : 0)
    own.uint16(this.#isOpen ? 1 : 0)
    own.uint16(this.#script ? otherScripts.indexOf(this.#script) + 1 : 0)
    own.uint16(this.#units)
    own.uint16(this.#letters)
    own.uint16(this.#beginning.length)
    for (let i = 0; i < this.#beginning.length; i++) own.uint16(this.#beginning.charCodeAt(i))
    saveHeld(inner, own)
    return encodeSnapshot(sections)
  }

  free(): void {
    this.#ended = true
    this.#session.free()
  }

  #read(text: string, stops: boolean): InSteps<DecipherEvent[]> {
    const found = this.#isOpen ? scriptOf(this.#beginning + text) : undefined
    const decipherer = typeof found === 'object' ? this.#ofScript(found.script) : undefined
    if (typeof found === 'object' && decipherer) return this.#takeOver(text, { ...found, decipherer }, stops)
    this.#isOpen &&= found === undefined
    this.#beginning = this.#isOpen ? this.#beginning + text : ''
    return this.#shifted(within(this.#session, stops).push(text))
  }

  /** Has what stands before the first letter of another script settled, and the rest read by its decipherer. */
  *#takeOver(
    text: string,
    { script, at, decipherer }: { script: OtherScript; at: number; decipherer: Decipherer },
    stops: boolean,
  ): InSteps<DecipherEvent[]> {
    const latin = within(this.#session, stops)
    const own = at - this.#beginning.length
    const heading = at === 0 ? [] : [...(yield* latin.push(text.slice(0, own))), ...(yield* latin.settle())]
    this.#session.free()
    this.#isOpen = false
    this.#letters = (this.#beginning + text).slice(0, at).match(/[a-z]/gi)?.length ?? 0
    this.#beginning = ''
    this.#script = script
    this.#units = at
    this.#session = decipherer.createSession(undefined, this.#watch)
    const rest = within(this.#session, stops).push(text.slice(own))
    return [...heading, ...(yield* this.#shifted(rest))]
  }

  /** The work of the session inside, as it is unless its text began later: a step costs nothing then. */
  #shifted(steps: InSteps<DecipherEvent[]>): InSteps<DecipherEvent[]> {
    return this.#units === 0 ? steps : this.#moved(steps)
  }

  *#moved(steps: InSteps<DecipherEvent[]>): InSteps<DecipherEvent[]> {
    const events = yield* steps
    return events.map((event) => shifted(event, { units: this.#units, letters: this.#letters }))
  }
}
