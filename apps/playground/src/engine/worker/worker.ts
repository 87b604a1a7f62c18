import type { Command } from '../command.ts'
import { SLICE } from './constants.ts'
import { Reader } from './reader.ts'

/** As much of the global scope of a worker as is used here. */
interface Scope {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent<Command>) => void) | null
}

/*
 * The entry of the worker that reads. Its policy lets it connect to nothing: what sees the text cannot send it, and the
 * page hands over the model.
 */
const scope = self as unknown as Scope
const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.shift()?.()

const defer = (call: () => void): void => {
  waiting.push(call)
  port2.postMessage(undefined)
}
let paused = 0

const reader = new Reader({
  post: (message) => scope.postMessage(message),
  now: () => performance.now(),
  defer,
  pause() {
    if (performance.now() - paused < SLICE) return
    return new Promise((resolve) =>
      defer(() => {
        paused = performance.now()
        resolve()
      }),
    )
  },
})
scope.onmessage = ({ data }) => void reader.receive(data)
