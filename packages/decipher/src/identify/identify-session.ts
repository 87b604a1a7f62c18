import type { Chunk } from '@runnel/core'
import { countText, createTextCounts, describeText, type TextCounts } from '@runnel/core/looks'
import { SessionEndedError } from '../errors.ts'
import { TextInput } from '../input/text-input.ts'
import {
  checkFingerprint,
  type Fingerprint,
  readFingerprint,
  saveFingerprint,
} from '../saving/fingerprint.ts'
import { SectionWriter } from '../saving/sections.ts'
import { decodeSnapshot, encodeSnapshot } from '../saving/snapshot.ts'
import { FIRST_TOLD, WINDOW } from './constants.ts'
import type { IdentifyModel } from './identify-model.ts'
import { type FoundEncodings, rankKinds } from './rank-kinds.ts'
import type { KindsEvent } from './ranked-kind.ts'
import { readCounts, saveCounts } from './save-counts.ts'

/** One text that is told what it is, while it arrives. Its size does not depend on the length of the text. */
export interface IdentifySession {
  /** Reads text, or UTF-8, cut anywhere. @returns the kinds, each time the text has become twice as long. @throws SessionEndedError after the end */
  push(chunk: Chunk): KindsEvent[]
  /** Ends the text. @returns the kinds of the whole; nothing when it had ended */
  flush(): KindsEvent[]
  /** All that it carries to the next chunk, as bytes. */
  snapshot(): Uint8Array
}

/** All that sessions of an identifier share. */
export interface IdentifyShared {
  readonly model: IdentifyModel
  /** SHA-256 of the model's file. */
  readonly id: string
  /** Looks for encodings, and ranks what is found. */
  readonly found: FoundEncodings
  /** Whether kinds are told before the end too. */
  readonly live: boolean
}

/** Starts a session, or goes on where a snapshot was taken. @throws SnapshotFormatError, SnapshotMismatchError */
export class WindowedSession implements IdentifySession {
  readonly #shared: IdentifyShared
  readonly #fingerprint: Fingerprint
  readonly #input: TextInput
  readonly #counts: TextCounts
  #window = ''
  #units = 0
  #ended = false

  constructor(shared: IdentifyShared, snapshot?: Uint8Array | ArrayBuffer) {
    this.#shared = shared
    this.#fingerprint = { identifier: shared.id, live: String(shared.live) }
    const saved = snapshot === undefined ? undefined : decodeSnapshot(snapshot)
    if (saved) checkFingerprint(this.#fingerprint, readFingerprint(saved.section('fingerprint')))
    const own = saved?.section('session')
    if (own) {
      this.#units = own.float64()
      this.#ended = own.uint16() === 1
      own.demand(Number.isSafeInteger(this.#units) && this.#units >= 0)
      const units = Array.from({ length: Math.min(this.#units, WINDOW) }, () => own.uint16())
      this.#window = String.fromCharCode(...units)
    }
    this.#input = new TextInput(saved?.section('input'))
    this.#counts = saved ? readCounts(saved.section('counts')) : createTextCounts()
    saved?.end()
  }

  push(chunk: Chunk): KindsEvent[] {
    if (this.#ended) throw new SessionEndedError()
    return this.#read(this.#input.read(chunk))
  }

  flush(): KindsEvent[] {
    if (this.#ended) return []
    const events = this.#read(this.#input.end())
    this.#ended = true
    return [...events, this.#tell(true)]
  }

  snapshot(): Uint8Array {
    const sections = new SectionWriter()
    saveFingerprint(this.#fingerprint, sections.section('fingerprint'))
    const own = sections.section('session')
    own.float64(this.#units)
    own.uint16(this.#ended ? 1 : 0)
    for (let i = 0; i < this.#window.length; i++) own.uint16(this.#window.charCodeAt(i))
    this.#input.save(sections.section('input'))
    saveCounts(this.#counts, sections.section('counts'))
    return encodeSnapshot(sections)
  }

  /** Reads text up to each place where kinds are told. */
  #read(text: string): KindsEvent[] {
    const events: KindsEvent[] = []
    for (let at = 0; at < text.length; ) {
      const end = Math.min(text.length, at + this.#untilTold())
      const piece = text.slice(at, end)
      at = end
      countText(this.#counts, piece)
      this.#window += piece.slice(0, WINDOW - this.#window.length)
      this.#units += piece.length
      if (this.#shared.live && isTold(this.#units)) events.push(this.#tell(false))
    }
    return events
  }

  #untilTold(): number {
    let next = FIRST_TOLD
    while (next <= this.#units) next *= 2
    return next - this.#units
  }

  #tell(whole: boolean): KindsEvent {
    const kinds = rankKinds(this.#window, { ...this.#shared, isWhole: whole })
    return { type: 'kinds', units: this.#units, whole, kinds, looks: describeText(this.#counts) }
  }
}

/** Whether kinds are told after so many units: powers of two, up to the window. */
const isTold = (units: number): boolean =>
  units >= FIRST_TOLD && units <= WINDOW && (units & (units - 1)) === 0
