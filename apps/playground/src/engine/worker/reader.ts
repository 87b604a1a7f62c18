import { type CipherChoice, createDecipherer, type Decipherer, type KeySpace } from '@runnel/decipher'
import type { Command, Inspected } from '../command.ts'
import type { EngineMessage } from '../frame.ts'
import type { ReadingOptions } from '../options.ts'
import { Inspector } from '../reading/inspector.ts'
import { KeyNames } from '../reading/key-names.ts'
import { narrowKeys } from '../reading/narrowed-keys.ts'
import { Reading } from '../reading/reading.ts'
import { createStretchedSession } from '../reading/stretched-session.ts'
import { SLICE } from './constants.ts'
import { type LoadedModel, openModel } from './loaded-model.ts'
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

/** Reads in slices, tells a frame after each, and does in between what the page asks for. */
export class Reader {
  readonly #world: ReaderWorld
  readonly #speed = new Speed()
  #loaded: LoadedModel | undefined
  #kept: { name: string; made: Decipherer } | undefined
  #reading: Reading | undefined
  #inspector: Inspector | undefined
  /** A text that came before the model. */
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
          code: command.type === 'load' ? 'model-damaged' : 'reading-failed',
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
        return this.#startEarly()
      case 'start':
        return this.#start(command, { text: '', isEnded: false })
      case 'again':
        return this.#start(command, this.#early ?? this.#reading ?? { text: '', isEnded: false })
      case 'append':
        if (this.#early) this.#early.text += command.text
        else this.#reading?.append(command.text)
        return this.#schedule()
      case 'flush':
        if (this.#early) this.#early.isEnded = true
        else this.#reading?.end()
        return this.#schedule()
      case 'stop':
        return this.#stop()
      case 'resume':
        this.#isStopped = false
        return this.#schedule()
      case 'inspect':
        return this.#inspect(command)
    }
  }

  #start(start: Start, { text, isEnded }: Pick<Reading, 'text' | 'isEnded'>): void {
    if (!this.#loaded) {
      this.#early = { start, text, isEnded }
      return
    }
    const { reading: number, options } = start
    const { choice, ...told } = narrowKeys(options, text)
    this.#world.post({ type: 'started', reading: number, ...told })
    // The text stays where it is, for locks that agree.
    this.#isStopped = told.contradiction !== undefined
    if (told.contradiction) return
    const { stretches = [], columns = true, candidates } = options
    const decipherer = stretches.length > 0 ? undefined : this.#decipherer(this.#loaded, options, choice)
    const session = decipherer ?? createStretchedSession(stretches)
    const { net } = this.#loaded
    const names = new KeyNames()
    this.#inspector?.free()
    this.#reading?.free()
    const parts = { number, session, names, net, columns, candidates, now: this.#world.now }
    this.#reading = new Reading(parts, text)
    this.#inspector = new Inspector({ reading: this.#reading, decipherer, names, net })
    if (isEnded && text !== '') this.#reading.end()
    this.#schedule()
  }

  /** Begins with the text that came before the model. */
  #startEarly(): void {
    const early = this.#early
    this.#early = undefined
    if (early) this.#start(early.start, early)
  }

  /** Making one takes some milliseconds: that of the latest choices is kept. */
  #decipherer(
    { model, counts }: LoadedModel,
    options: ReadingOptions,
    choice: string | KeySpace,
  ): Decipherer {
    const { watch, commit } = options
    const name = JSON.stringify([choice, watch, commit])
    if (this.#kept?.name !== name) {
      const given = {
        model,
        counts,
        cipher: choice as CipherChoice | KeySpace,
        ...(commit && { commit }),
        ...(watch && { watch }),
      }
      this.#kept = { name, made: createDecipherer(given) }
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
    if (this.#isDue || this.#isStopped || !this.#reading?.hasWork) return
    this.#isDue = true
    this.#world.defer(() => {
      this.#isDue = false
      if (!this.#isStopped) this.#readSlice()
    })
  }

  #readSlice(): void {
    const reading = this.#reading
    if (!reading?.hasWork) return
    const [start, read] = [this.#world.now(), reading.read]
    try {
      do reading.step()
      while (reading.hasWork && this.#world.now() - start < SLICE)
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
