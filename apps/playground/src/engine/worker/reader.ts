import { createDecipherer, type Decipherer, type KeySpace } from '@runnel/decipher'
import type { Command, Inspected } from '../command.ts'
import type { EngineMessage } from '../frame.ts'
import type { ReadingOptions } from '../options.ts'
import { inspect } from '../reading/inspect.ts'
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

/** Reads in slices, tells a frame after each, and does in between what the page asks for. */
export class Reader {
  readonly #world: ReaderWorld
  readonly #names = new KeyNames()
  readonly #speed = new Speed()
  #loaded: LoadedModel | undefined
  #kept: { name: string; made: Decipherer } | undefined
  /** The decipherer of the text that is being read, where keys are searched. */
  #searching: Decipherer | undefined
  #reading: Reading | undefined
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
        return
      case 'start':
        return this.#start(command, '')
      case 'again':
        return this.#start(command, this.#reading?.text ?? '')
      case 'append':
        this.#reading?.append(command.text)
        return this.#schedule()
      case 'flush':
        this.#reading?.end()
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

  #start({ reading: number, options }: { reading: number; options: ReadingOptions }, text: string): void {
    const { choice, ...told } = narrowKeys(options, text)
    this.#world.post({ type: 'started', reading: number, ...told })
    // The text stays where it is, for locks that agree.
    this.#isStopped = told.contradiction !== undefined
    if (!this.#loaded || told.contradiction) return
    const { stretches = [], columns = true, candidates } = options
    this.#searching = stretches.length > 0 ? undefined : this.#decipherer(this.#loaded, options, choice)
    const session = this.#searching ?? createStretchedSession(stretches)
    const { net } = this.#loaded
    const parts = { number, session, names: this.#names, net, columns, candidates, now: this.#world.now }
    const wasEnded = text !== '' && this.#reading?.isEnded
    this.#reading?.free()
    this.#reading = new Reading(parts, text)
    if (wasEnded) this.#reading.end()
    this.#schedule()
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
      const given = { model, counts, cipher: choice, ...(commit && { commit }), ...(watch && { watch }) }
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
    if (!this.#loaded || !this.#reading) throw new Error('nothing has been read')
    const { net } = this.#loaded
    const parts = { reading: this.#reading, decipherer: this.#searching, names: this.#names, net }
    this.#world.post({ type: 'inspected', request, inspection: inspect(parts, { from, to }) })
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
