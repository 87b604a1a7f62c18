import { type CipherChoice, createDecipherer, type Decipherer } from '@runnel/decipher'
import type { Command, Inspected } from '../command.ts'
import { GivenText } from '../decoding/given-text.ts'
import type { EngineMessage } from '../frame.ts'
import type { ReadingOptions } from '../options.ts'
import { CANDIDATES } from '../reading/constants.ts'
import { Inspector } from '../reading/inspector.ts'
import { KeyNames } from '../reading/key-names.ts'
import { type NarrowedKeys, narrowKeys } from '../reading/narrowed-keys.ts'
import { Reading } from '../reading/reading.ts'
import { createStretchedSession } from '../reading/stretched-session.ts'
import { SLICE } from './constants.ts'
import { type LoadedModel, openModel } from './loaded-model.ts'
import { Means } from './means.ts'
import { Speed } from './speed.ts'

/** The world around a reader. */
export interface ReaderWorld {
  post(message: EngineMessage | Inspected): void
  /** Milliseconds of any clock that goes on. */
  now(): number
  /** Calls back after the messages that have come by then. */
  defer(call: () => void): void
}

type Start = Extract<Command, { type: 'start' | 'again' }>

/** A text, and whether all of it has come. */
type Given = Pick<GivenText, 'text' | 'isEnded'>

const NOTHING: Given = { text: '', isEnded: false }

/** Reads in slices, tells a frame after each, and does in between what the page asks for. */
export class Reader {
  readonly #world: ReaderWorld
  readonly #speed = new Speed()
  readonly #means = new Means()
  #loaded: LoadedModel | undefined
  #kept: { choice: NarrowedKeys['choice']; name: string; made: Decipherer } | undefined
  #given: GivenText | undefined
  #reading: Reading | undefined
  #inspector: Inspector | undefined
  /** A text that came before the means to read it. */
  #early: { start: Start; text: string; isEnded: boolean } | undefined
  #isStopped = false
  #isDue = false

  constructor(world: ReaderWorld) {
    this.#world = world
  }

  /** Does what the page asks for; trouble is told, never thrown. */
  async receive(command: Command): Promise<void> {
    try {
      await this.#obey(command)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (command.type === 'inspect') {
        this.#world.post({ type: 'inspected', request: command.request, error: message })
      } else {
        this.#world.post({
          type: 'fault',
          code:
            command.type === 'load' || command.type.startsWith('supply') ? 'model-damaged' : 'reading-failed',
          message,
        })
      }
    }
  }

  async #obey(command: Command): Promise<void> {
    switch (command.type) {
      case 'load':
        this.#loaded = await openModel(command.model, command.counts)
        this.#world.post({ type: 'ready', ...this.#loaded.ready })
        await this.#startEarly()
        // What a text that is pasted will ask for is there by then.
        await this.#means.bringDecoder()
        return this.#widen()
      case 'supply':
        await this.#means.supply(command.cipher, command.files)
        await this.#startEarly()
        return this.#widen()
      case 'supply-language':
        await this.#means.languages.take(command.language, command.file)
        return this.#startEarly()
      case 'start':
        return this.#start(command, NOTHING)
      case 'again':
        return this.#start(command, this.#early ?? this.#given ?? NOTHING)
      case 'append': {
        const given = this.#early ?? this.#given
        if (given && !given.isEnded) given.text += command.text
        return this.#schedule()
      }
      case 'flush': {
        const given = this.#early ?? this.#given
        if (given) given.isEnded = true
        return this.#schedule()
      }
      case 'stop':
        return this.#stop()
      case 'resume':
        this.#isStopped = false
        return this.#schedule()
      case 'inspect':
        return this.#inspect(command)
    }
  }

  async #start(start: Start, { text, isEnded }: Given): Promise<void> {
    const { reading: number, options } = start
    this.#early = { start, text, isEnded }
    if (!this.#loaded) return
    if (!this.#means.has(options)) {
      this.#leave()
      if (!this.#means.canBring(options)) return
      await this.#means.bring(options)
      return this.#startEarly()
    }
    this.#early = undefined
    const known = start.type === 'again' ? this.#reading?.text : undefined
    const { choice, ...told } = narrowKeys(options, known ?? text, this.#means.searchesFor(options))
    this.#world.post({ type: 'started', reading: number, ...told })
    // The text stays where it is, for locks that agree.
    this.#isStopped = told.contradiction !== undefined
    if (told.contradiction) return
    const { stretches = [], columns = true, candidates } = options
    const decipherer = stretches.length > 0 ? undefined : this.#decipherer(options, choice)
    const session =
      decipherer ??
      createStretchedSession(stretches, (cipher, alphabet) => this.#means.cipherOf(cipher, alphabet))
    const { net } = this.#loaded
    const names = new KeyNames()
    this.#leave()
    const { letterCipherOf: cipherOf } = this.#means
    const parts = { number, session, names, net, columns, candidates, cipherOf, now: this.#world.now }
    this.#reading = new Reading(parts)
    this.#inspector = new Inspector({ reading: this.#reading, decipherer, names, net, cipherOf })
    this.#given = new GivenText(text, isEnded && text !== '', this.#means.createDecoder(options))
    this.#schedule()
  }

  /** Leaves the text that was read before. */
  #leave(): void {
    this.#inspector?.free()
    this.#reading?.free()
    this.#inspector = this.#reading = undefined
  }

  /** Begins with the text that came before the means to read it. */
  async #startEarly(): Promise<void> {
    if (this.#early) await this.#start(this.#early.start, this.#early)
  }

  /** Has `auto` seek more keys from the next text on, and says so: a text that none explained may be read again. */
  async #widen(): Promise<void> {
    await this.#means.bringAuto()
    this.#world.post({ type: 'widened' })
  }

  /** Making one takes some milliseconds: that of the latest choices is kept. */
  #decipherer(options: ReadingOptions, choice: NarrowedKeys['choice']): Decipherer {
    const { model, counts } = this.#loaded as LoadedModel
    const { watch, commit, candidates = CANDIDATES } = options
    // A substitution is searched with counts of English.
    const language = options.cipher === 'substitution' ? undefined : options.language
    const isSearched = typeof choice === 'object' && 'prepare' in choice && choice.name !== 'auto'
    const isSought = isSearched || language !== undefined
    const name = JSON.stringify([language, watch, commit, isSought && candidates])
    if (this.#kept?.choice !== choice || this.#kept.name !== name) {
      const given = {
        model,
        counts,
        cipher: choice as CipherChoice | Exclude<typeof choice, string>,
        ...this.#means.languages.meansOf(language, choice),
        ...(commit && { commit }),
        ...(watch && { watch }),
        // The trace of a search tells the best key alone.
        ...(isSought && { candidates }),
      }
      this.#kept = { choice, name, made: createDecipherer(given) }
    }
    return this.#kept.made
  }

  #stop(): void {
    this.#isStopped = true
    if (this.#reading)
      this.#world.post({ type: 'frame', ...this.#reading.takeFrame(this.#speed.perSecond, true) })
  }

  #inspect({ request, from, to }: { request: number; from: number; to: number }): void {
    if (!this.#inspector) throw new Error('nothing has been read')
    this.#world.post({ type: 'inspected', request, inspection: this.#inspector.inspect({ from, to }) })
  }

  /** Goes on with a slice as soon as the messages that have come are done with. */
  #schedule(): void {
    if (this.#isDue || this.#isStopped || !this.#hasWork) return
    this.#isDue = true
    this.#world.defer(() => {
      this.#isDue = false
      if (!this.#isStopped) this.#readSlice()
    })
  }

  get #hasWork(): boolean {
    return this.#given?.hasMore === true || this.#reading?.hasWork === true
  }

  #readSlice(): void {
    const [reading, given] = [this.#reading, this.#given]
    if (!reading || !given || !this.#hasWork) return
    const [start, read] = [this.#world.now(), reading.read]
    try {
      do {
        if (given.hasMore) reading.take(given)
        else reading.step()
      } while (this.#hasWork && this.#world.now() - start < SLICE)
    } catch (error) {
      this.#isStopped = true
      const message = error instanceof Error ? error.message : String(error)
      this.#world.post({ type: 'fault', code: 'reading-failed', message })
    }
    this.#speed.add(reading.read - read, this.#world.now() - start)
    this.#world.post({ type: 'frame', ...reading.takeFrame(this.#speed.perSecond) })
    this.#schedule()
  }
}
