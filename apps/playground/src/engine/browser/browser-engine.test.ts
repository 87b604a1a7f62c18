import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Command } from '../command.ts'
import type { EngineMessage } from '../frame.ts'
import { type BrowserEngineParts, createBrowserEngine, type WorkerLike } from './browser-engine.ts'

const files = {
  model: 'a.runnel',
  beside: 'b.runnel',
  counts: { 'english-words': 'words', 'english-letters': 'letters' },
  languages: {},
}
const READY = { type: 'ready', model: 'english', engine: 'wasm-int8', units: 256, language: 2.1, random: 4.7 }

let asked: string[] = []
beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response('bytes')
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A worker that does what a test says, and an engine that has it. */
const open = (early?: Pick<NonNullable<BrowserEngineParts['early']>, 'told' | 'handed'>) => {
  const sent: Command[] = []
  const worker = {
    postMessage: (command: Command) => void sent.push(command),
    terminate() {},
    onmessage: null,
    onerror: null,
  } as WorkerLike
  const engine = createBrowserEngine({
    files,
    createWorker: () => worker,
    early: early && { ...early, worker },
  })
  const heard: EngineMessage[] = []
  engine.subscribe((message) => heard.push(message))
  const tell = (data: unknown): void =>
    void worker.onmessage?.call(worker as Worker, { data } as MessageEvent)
  return { engine, sent, heard, tell, types: () => sent.map(({ type }) => type) }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

test('a worker that was started before is given no model a second time, and what it has told is heard', async () => {
  const told = [{ type: 'message', data: READY } as unknown as Event]
  const { engine, heard, types } = open({ told, handed: Promise.resolve() })
  expect(await engine.load()).toMatchObject({ engine: 'wasm-int8' })
  expect(heard.map(({ type }) => type)).toEqual(['ready'])
  expect(types()).toEqual([])
  expect(asked).toEqual(['words', 'letters'])
})

test('where its model did not come, that is told, and the next try fetches it', async () => {
  const { engine, heard, types } = open({ told: [], handed: Promise.reject(new Error('no network')) })
  await expect(engine.load()).rejects.toThrow('no network')
  expect(heard).toEqual([{ type: 'fault', code: 'model-not-loaded', message: 'no network' }])
  void engine.load()
  await settled()
  expect(types()).toEqual(['load'])
})

test('a worker that failed before anybody listened is told of', async () => {
  const told = [{ type: 'error', message: 'no such file' } as unknown as Event]
  const { engine, heard } = open({ told, handed: Promise.resolve() })
  await expect(engine.load()).rejects.toThrow('no such file')
  expect(heard).toEqual([{ type: 'fault', code: 'worker-failed', message: 'no such file' }])
})

test('a model that is damaged is told as that, once', async () => {
  const { engine, heard, tell } = open()
  const loading = engine.load()
  await settled()
  tell({ type: 'fault', code: 'model-damaged', message: 'cut short' })
  await expect(loading).rejects.toThrow('cut short')
  const faults = heard.filter(({ type }) => type === 'fault')
  expect(faults).toEqual([{ type: 'fault', code: 'model-damaged', message: 'cut short' }])
})

test('counts of searches come with the model, or after the first letters of a text that waited for it', async () => {
  const idle = open()
  void idle.engine.load()
  await settled()
  idle.tell(READY)
  await settled()
  expect(idle.types()).toEqual(['load', 'supply'])

  const { engine, tell, types } = open()
  void engine.load()
  engine.start({ cipher: 'auto' })
  engine.append('Aol')
  await settled()
  tell(READY)
  await settled()
  expect(types()).toEqual(['start', 'append', 'load'])
  tell({ type: 'frame', reading: 1 })
  await settled()
  expect(types()).toEqual(['start', 'append', 'load', 'supply'])
})
