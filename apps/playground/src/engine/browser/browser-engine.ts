import type { EarlyEngine } from '../../first/early-engine.ts'
import type { Command, Inspected } from '../command.ts'
import type { Engine, InspectRange } from '../engine.ts'
import type { FaultCode } from '../fault.ts'
import type { EngineMessage, Inspection, Ready } from '../frame.ts'
import { Listeners } from '../listeners.ts'
import type { ReadingOptions } from '../options.ts'
import { searchCounts } from '../searches/search-files.ts'
import { fetchModel, fetchWhole, type ModelFiles } from './model-files.ts'
import { fetchSearchCounts, needsCounts } from './search-counts.ts'

/** The part of a worker that an engine needs. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

/** Parts of a browser engine that a test may replace. */
export interface BrowserEngineParts {
  readonly files: ModelFiles
  createWorker(): WorkerLike
  /** A worker that was started before, in place of a new one. */
  readonly early?: (Omit<EarlyEngine, 'worker'> & { readonly worker: WorkerLike }) | undefined
}

type Waiter<T> = { resolve(value: T): void; reject(error: Error): void }

/** Makes an engine that reads in a worker of this page. Text never leaves the device: the worker can connect to nothing. */
export const createBrowserEngine = ({ files, createWorker, early }: BrowserEngineParts): Engine => {
  const listeners = new Listeners<EngineMessage>()
  const questions = new Map<number, Waiter<Inspection>>()
  const worker = early?.worker ?? createWorker()
  let handed = early?.handed
  let loading: Waiter<Ready> | undefined
  let [reading, request] = [0, 0]
  /** Whether there is text to read, and whether counts are held back until something has come of it. */
  let [isGiven, isHolding] = [false, true]
  const send = (command: Command, transfer: Transferable[] = []): void =>
    worker.postMessage(command, transfer)

  const answer = ({ request, inspection, error }: Inspected): void => {
    const question = questions.get(request)
    questions.delete(request)
    if (inspection) question?.resolve(inspection)
    else question?.reject(new Error(error))
  }
  const fail = (code: FaultCode, message: string): void => {
    loading?.reject(new Error(message))
    loading = undefined
    listeners.tell({ type: 'fault', code, message })
  }
  const hear = ({ data }: MessageEvent<EngineMessage | Inspected>) => {
    if (data.type === 'inspected') return answer(data)
    if (data.type === 'ready') {
      loading?.resolve(data)
      loading = undefined
    }
    if (data.type === 'fault' && loading) return fail(data.code, data.message)
    listeners.tell(data)
    if (isHolding && (data.type === 'frame' || (data.type === 'ready' && !isGiven))) {
      isHolding = false
      // Whatever the text: a request that hung on it would tell of it.
      for (const cipher of Object.keys(searchCounts)) void supply(cipher)
    }
  }
  const hearError = (event: Event): void => fail('worker-failed', (event as ErrorEvent).message)
  worker.onmessage = hear
  worker.onerror = hearError

  /** Fetches the model, and hands it over. */
  const handOver = async (): Promise<void> => {
    const file = await fetchModel(files, (received, total) =>
      listeners.tell({ type: 'loading', received, total }),
    )
    send({ type: 'load', ...file }, [file.model, file.counts])
  }

  /** Ciphers and languages whose counts are on their way or there, and the one that was chosen last. */
  const supplied = new Set<string>()
  let chosen = ''
  const supply = async (cipher: string): Promise<void> => {
    if (!needsCounts(cipher) || supplied.has(cipher)) return
    supplied.add(cipher)
    try {
      const counts = await fetchSearchCounts(files, cipher)
      send({ type: 'supply', cipher, files: counts }, counts)
    } catch (error) {
      supplied.delete(cipher)
      // Those that nobody has chosen may come another time.
      if (cipher === chosen) fail('model-not-loaded', (error as Error).message)
    }
  }
  const supplyLanguage = async (language: string): Promise<void> => {
    if (supplied.has(`in ${language}`)) return
    supplied.add(`in ${language}`)
    try {
      const counts = await Promise.all(files.languages[language].map((file) => fetchWhole(file)))
      send({ type: 'supply-language', language, files: counts }, counts)
    } catch (error) {
      supplied.delete(`in ${language}`)
      fail('model-not-loaded', (error as Error).message)
    }
  }
  const begin = (type: 'start' | 'again', options: ReadingOptions): number => {
    chosen = options.cipher
    void supply(chosen)
    if (options.language) void supplyLanguage(options.language)
    isGiven = false
    send({ type, reading: ++reading, options })
    return reading
  }
  return {
    kind: 'browser',
    async load() {
      void supply(chosen)
      try {
        await (handed ?? handOver())
      } catch (error) {
        fail('model-not-loaded', (error as Error).message)
        throw error
      } finally {
        handed = undefined
      }
      return new Promise((resolve, reject) => {
        loading = { resolve, reject }
        for (const event of early?.told.splice(0) ?? []) {
          if ('data' in event) hear(event as MessageEvent)
          else hearError(event)
        }
      })
    },
    start: (options) => begin('start', options),
    again: (options) => begin('again', options),
    append(text) {
      isGiven = true
      send({ type: 'append', text })
    },
    flush: () => send({ type: 'flush' }),
    look: () => send({ type: 'look' }),
    stop: () => send({ type: 'stop' }),
    resume: () => send({ type: 'resume' }),
    inspect: ({ from, to }: InspectRange) =>
      new Promise((resolve, reject) => {
        questions.set(++request, { resolve, reject })
        send({ type: 'inspect', request, from, to })
      }),
    subscribe: (listen) => listeners.add(listen),
    close() {
      worker.terminate()
      for (const { reject } of questions.values()) reject(new Error('the engine was closed'))
      questions.clear()
    },
  }
}
