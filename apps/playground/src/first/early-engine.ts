/** A worker that was started, and is given its model, while the page's own script was on its way. */
export interface EarlyEngine {
  readonly worker: Worker
  /** All that the worker has told, as long as nobody else listens. */
  readonly told: Event[]
  /** Settles once the model has been handed over; rejects where it did not arrive. */
  readonly handed: Promise<unknown>
}

declare global {
  /** The engine that has been started, until the page's own script takes it. */
  var earlyEngine: EarlyEngine | undefined
}

/** Starts the worker that reads, and hands its model over as soon as that has come. */
export const startEngine = (script: string, files: readonly string[]): void => {
  const worker = new Worker(script, { type: 'module', name: 'engine' })
  const told: Event[] = []
  const hear = (event: Event): void => void told.push(event)
  worker.onmessage = hear
  worker.onerror = hear
  const handed = Promise.all(files.map(bytesAt)).then(([model, counts]) =>
    worker.postMessage({ type: 'load', model, counts }, [model, counts]),
  )
  // Whoever takes the engine hears of it.
  handed.catch(() => {})
  globalThis.earlyEngine = { worker, told, handed }
}

const bytesAt = async (file: string): Promise<ArrayBuffer> => {
  const answer = await fetch(file)
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`)
  return answer.arrayBuffer()
}

/** Takes the engine that has been started, once. */
export const takeEarlyEngine = (): EarlyEngine | undefined => {
  const early = globalThis.earlyEngine
  globalThis.earlyEngine = undefined
  return early
}
