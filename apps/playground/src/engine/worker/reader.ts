import { lookAgain } from '../again/look-again.ts'
import type { Command, Inspected } from '../command.ts'
import { GivenText } from '../decoding/given-text.ts'
import type { EngineMessage } from '../frame.ts'
import { Inspector } from '../reading/inspector.ts'
import { KeyNames } from '../reading/key-names.ts'
import { narrowKeys } from '../reading/narrowed-keys.ts'
import { Reading } from '../reading/reading.ts'
import { createStretchedSession } from '../reading/stretched-session.ts'
import { SLICE } from './constants.ts'
import { KeptDecipherer } from './kept-decipherer.ts'
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
  /** Gives way to messages where some time has gone by since the last time; not at all unless given. */
  pause?(): Promise<void> | void
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
  readonly #kept = new KeptDecipherer()
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
      case 'load': {
        // What a text that is pasted will ask for: one that waits for the model is not to wait for that as well.
        const decoder = this.#means.bringDecoder()
        const { languages } = this.#means
        // The first text is read with the decipherer that the bits of the language are told by.
        this.#loaded = await openModel(command, (means) =>
          this.#kept.of({ cipher: 'auto' }, 'auto', { ...means, languages }),
        )
        this.#world.post({ type: 'ready', ...this.#loaded.ready })
        await this.#startEarly()
        await decoder
        return this.#widen()
      }
      case 'supply':
        await this.#means.supply(command.cipher, command.files)
        await this.#startEarly()
        return this.#widen()
      case 'supply-language':
        await this.#means.supplyLanguage(command.language, command.files)
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
      case 'look':
        return this.#look()
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
    const decipherer =
      stretches.length > 0
        ? undefined
        : this.#means.readingHeads(
            this.#kept.of(options, choice, { ...this.#loaded, languages: this.#means.languages }),
            options,
          )
    const session =
      decipherer ?? createStretchedSession(stretches, (stretch) => this.#means.cipherOf(stretch))
    const { net } = this.#loaded
    const names = new KeyNames()
    this.#leave()
    const { letters } = options
    const cipherOf = this.#means.letterCiphers(letters)
    const parts = {
      number,
      session,
      names,
      net,
      columns,
      candidates,
      cipherOf,
      letters,
      now: this.#world.now,
    }
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

  #stop(): void {
    this.#isStopped = true
    if (this.#reading)
      this.#world.post({ type: 'frame', ...this.#reading.takeFrame(this.#speed.perSecond, true) })
  }

  /** Looks at the text once more, and gives way to messages in between. */
  async #look(): Promise<void> {
    const [reading, loaded] = [this.#reading, this.#loaded]
    if (!reading || !loaded?.counts) return
    this.#isStopped = false
    await lookAgain(
      { text: reading.text, model: loaded.model, counts: loaded.counts },
      {
        tell: (look) => this.#world.post({ type: 'look', reading: reading.number, ...look }),
        isLeft: () => this.#reading !== reading,
        isStopped: () => this.#isStopped,
        pause: () => this.#world.pause?.(),
      },
    )
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
        // Where listed keys fail, searches are about to wake: their tables come in steps.
        else if (!reading.isInDoubt || !this.#means.workOn()) reading.step()
      } while (this.#hasWork && this.#world.now() - start < SLICE)
    } catch (error) {
      this.#isStopped = true
      const message = error instanceof Error ? error.message : String(error)
      this.#world.post({ type: 'fault', code: 'reading-failed', message })
    }
    this.#speed.add(reading.read - read, this.#world.now() - start)
    if (reading.hasNews) this.#world.post({ type: 'frame', ...reading.takeFrame(this.#speed.perSecond) })
    this.#schedule()
  }
}
