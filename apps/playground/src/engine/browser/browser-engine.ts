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
}

type Waiter<T> = { resolve(value: T): void; reject(error: Error): void }

/** Makes an engine that reads in a worker of this page. Text never leaves the device: the worker can connect to nothing. */
export const createBrowserEngine = ({ files, createWorker }: BrowserEngineParts): Engine => {
  const listeners = new Listeners<EngineMessage>()
  const questions = new Map<number, Waiter<Inspection>>()
  const worker = createWorker()
  let loading: Waiter<Ready> | undefined
  let [reading, request] = [0, 0]
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
  worker.onmessage = ({ data }: MessageEvent<EngineMessage | Inspected>) => {
    if (data.type === 'inspected') return answer(data)
    if (data.type === 'ready') {
      loading?.resolve(data)
      loading = undefined
      // Whatever the text: a request that hung on it would tell of it.
      for (const cipher of Object.keys(searchCounts)) void supply(cipher)
    }
    if (data.type === 'fault' && loading) return fail(data.code, data.message)
    listeners.tell(data)
  }
  worker.onerror = (event) => fail('worker-failed', (event as ErrorEvent).message)

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
      const file = await fetchWhole(files.languages[language])
      send({ type: 'supply-language', language, file }, [file])
    } catch (error) {
      supplied.delete(`in ${language}`)
      fail('model-not-loaded', (error as Error).message)
    }
  }
  const begin = (type: 'start' | 'again', options: ReadingOptions): number => {
    chosen = options.cipher
    void supply(chosen)
    if (options.language) void supplyLanguage(options.language)
    send({ type, reading: ++reading, options })
    return reading
  }
  return {
    kind: 'browser',
    async load() {
      void supply(chosen)
      try {
        const file = await fetchModel(files, (received, total) =>
          listeners.tell({ type: 'loading', received, total }),
        )
        return await new Promise<Ready>((resolve, reject) => {
          loading = { resolve, reject }
          send({ type: 'load', ...file }, [file.model, file.counts])
        })
      } catch (error) {
        if (loading === undefined) fail('model-not-loaded', (error as Error).message)
        throw error
      }
    },
    start: (options) => begin('start', options),
    again: (options) => begin('again', options),
    append: (text) => send({ type: 'append', text }),
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
