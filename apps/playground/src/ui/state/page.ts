import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type Engine,
  type FoundAgain,
  isSessionKept,
  type KnownStretch,
  type Lock,
  type ReadingOptions,
} from '../../engine/index.ts'
import { FIRST_EXAMPLE } from './examples.ts'
import { MOST_FILE_BYTES, readTextFile } from './file-text.ts'
import { keyAsText } from './key-as-text.ts'
import { leadingKey } from './leading-key.ts'
import { Notices } from './notices.ts'
import { optionsKept } from './options-kept.ts'
import { Playback } from './playback.ts'
import { Reader } from './reader.ts'
import { Route } from './route.ts'
import { Settings } from './settings.ts'
import type { Stretch } from './stretches.ts'

/** Where the ciphertext came from. */
export type Origin = 'example' | 'chosen-example' | 'typed' | 'pasted' | 'file' | 'link' | 'enciphered'

/** A dialog that may be open. */
export type Dialog = 'share' | 'settings' | 'table' | 'examples'

/** Makes the engines that a page may read with. */
export interface Engines {
  browser(): Engine
  edge(): Promise<Engine>
}

/** The whole state of a page, and what can be done with it. */
export class Page {
  readonly reader: Reader
  readonly playback: Playback
  readonly notices = new Notices()
  readonly settings = new Settings()
  readonly route = new Route()
  readonly ciphertext: Signal<string> = signal('')
  /** The text that is deciphered: the ciphertext, its encodings taken off. It grows as it is read, not with each key. */
  readonly decoded: ReadonlySignal<string>
  readonly origin: Signal<Origin> = signal('typed')
  /** The letter that is looked at; undefined for the latest. UTF-16 units from the start. */
  readonly chosen: Signal<number | undefined> = signal(undefined)
  readonly dialog: Signal<Dialog | undefined> = signal(undefined)
  readonly engineKind: Signal<Engine['kind']> = signal('browser')
  readonly isOffline: Signal<boolean> = signal(navigator.onLine === false)
  /** Whether the plaintext is hidden, for a class. */
  readonly isHidden: Signal<boolean> = signal(false)
  /** The key that a second look has found, which the text is read with. */
  readonly foundAgain: Signal<FoundAgain | undefined> = signal(undefined)
  /** The name of the file that was opened. */
  readonly fileName: Signal<string | undefined> = signal(undefined)
  readonly #engines: Engines

  constructor(engines: Engines) {
    this.#engines = engines
    this.reader = new Reader(engines.browser())
    this.playback = new Playback(this.reader)
    this.decoded = computed(() => {
      this.reader.version.value
      return this.reader.decoded
    })
  }

  /** Takes a whole text, which is read at once and to its end. */
  read(text: string, origin: Origin): void {
    batch(() => {
      this.#newText(text, origin)
      this.reader.begin(text, true)
      this.playback.toEnd()
    })
  }

  /** Takes what is in the field now: read on where it only grew, else anew. */
  type(text: string): void {
    const { reader } = this
    const isBegun = !reader.isWhole && text.startsWith(reader.text) && this.origin.value === 'typed'
    // Its first letter may say that the text is in another script.
    if (isBegun && optionsKept(reader.options.value, text).letters === reader.options.value.letters) {
      this.ciphertext.value = text
      reader.append(text.slice(reader.text.length))
    } else {
      batch(() => {
        this.#newText(text, 'typed')
        reader.begin(text, false)
      })
    }
    this.playback.toEnd()
  }

  /** Reads the first example, and plays it from a letter on, unless motion is not wanted. */
  playExample(from = 1): void {
    this.read(FIRST_EXAMPLE.text, 'example')
    if (this.settings.isReducedMotion) return
    this.playback.position.value = from
    this.playback.play()
  }

  /** Reads an example that has to be fetched. */
  async fetchExample(url: string): Promise<void> {
    try {
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`)
      this.read(await answer.text(), 'chosen-example')
    } catch {
      this.notices.show({ id: 'file', kind: 'bad', words: 'The chapter did not arrive.', canClose: true })
    }
  }

  /** Opens a file, or says why not. */
  async open(file: File): Promise<void> {
    const { notices } = this
    const found = await readTextFile(file)
    if ('text' in found) {
      this.read(found.text, 'file')
      this.fileName.value = file.name
      return
    }
    const words =
      found.refused === 'too-large'
        ? `${file.name} is larger than ${MOST_FILE_BYTES / 1024 / 1024} MB. The command line reads files of any size: runnel decipher FILE`
        : `${file.name} is not a text. Text in UTF-8 can be read.`
    notices.show({ id: 'file', kind: 'bad', words, canClose: true })
  }

  /** Reads the same text under other options. */
  readAgain(options: Partial<ReadingOptions>): void {
    const { reader } = this
    this.foundAgain.value = undefined
    reader.again({ ...reader.options.value, ...options })
    this.playback.toEnd()
  }

  /** Reads the same text with these encodings taken off; those that are found where none are named, as it stands for ''. */
  takeOff(encoding: string | undefined): void {
    const { encoding: _, ...options } = this.reader.options.value
    this.reader.again(encoding === undefined ? options : { ...options, encoding })
    this.playback.toEnd()
  }

  /**
   * Reads the same text as one of another language; English where none is named.
   *
   * @param letters those that its ciphers move, where they are not the Latin ones
   */
  readIn(language: string | undefined, letters?: string): void {
    const { language: _, letters: __, ...options } = this.reader.options.value
    this.reader.again({ ...options, ...(language && { language }), ...(letters && { letters }) })
    this.playback.toEnd()
  }

  /** Sets a letter by hand, or frees it: the net goes on with the keys that are left. */
  lock(cipher: string, plain: string | undefined): void {
    const kept = this.locks.filter((lock) => lock.cipher !== cipher)
    const { stretches: _, ...options } = this.reader.options.value
    this.reader.again({ ...options, locks: plain ? [...kept, { cipher, plain }] : kept })
    this.playback.toEnd()
  }

  /** Reads the text a second time, with the keys that the first time found, each from where it begins. */
  readKnowingChanges(stretches: readonly Stretch[]): void {
    const known = stretches
      .filter(({ cipher }) => cipher !== 'unknown')
      .map(({ start, cipher, key, over }) => ({
        start,
        cipher,
        key: keyAsText(cipher, key) ?? '',
        ...(over && { alphabet: over }),
      }))
    this.readAgain({ stretches: known })
  }

  /** Reads with a key that is known, from a place on; what stands before is read as it was. */
  setKey(known: Omit<KnownStretch, 'start'>, from = 0): void {
    const { stretches = [] } = this.reader.options.value
    const before = stretches.filter(({ start }) => start < from)
    const first = from > 0 && before.length === 0 ? leadingKey(this.reader.log.latest) : []
    this.readAgain({ stretches: [...first, ...before, { start: from, ...known }] })
  }

  /** Lets the net find the key again. */
  weighAgain(): void {
    const { stretches: _, ...options } = this.reader.options.value
    this.reader.again(options)
    this.playback.toEnd()
  }

  /** Says that a word is in the plaintext, or takes it back. */
  setWord(word: string | undefined): void {
    const { word: _, stretches, ...options } = this.reader.options.value
    // A key that is known has no use for a word: with one, keys are weighed again.
    this.reader.again({ ...options, ...(word ? { word: word.toLowerCase() } : stretches && { stretches }) })
    this.playback.toEnd()
  }

  /** Takes back all that was set by hand. */
  unlockAll(): void {
    const { word: _, locks: __, ...options } = this.reader.options.value
    this.reader.again(options)
    this.playback.toEnd()
  }

  get locks(): readonly Lock[] {
    return this.reader.options.value.locks ?? []
  }

  /** Reads with the other engine, as soon as it has come. */
  async useEngine(kind: Engine['kind']): Promise<void> {
    if (kind === this.engineKind.value) return
    this.engineKind.value = kind
    try {
      const engine = await this.#engines[kind]()
      // Another one may have been chosen since.
      if (kind !== this.engineKind.value) return engine.close()
      this.reader.use(engine)
      this.playback.toEnd()
    } catch (error) {
      this.reader.fault.value = { code: 'connection-failed', message: String(error) }
    }
  }

  /** Goes on with a session at the edge that was there before the page was loaded again. */
  async resumeEdge(): Promise<boolean> {
    if (!isSessionKept()) return false
    const engine = await this.#engines.edge().catch(() => undefined)
    const restored = engine?.restore?.()
    if (!engine || !restored) return false
    batch(() => {
      this.engineKind.value = 'edge'
      this.ciphertext.value = restored.text
      this.origin.value = restored.isEnded ? 'pasted' : 'typed'
      this.reader.resumeWith(engine, restored)
    })
    return true
  }

  #newText(text: string, origin: Origin): void {
    this.ciphertext.value = text
    this.origin.value = origin
    this.chosen.value = undefined
    this.fileName.value = undefined
    this.isHidden.value = false
    this.foundAgain.value = undefined
    for (const told of ['link', 'file', 'letter']) this.notices.close(told)
    this.reader.options.value = optionsKept(this.reader.options.value, text)
  }
}
