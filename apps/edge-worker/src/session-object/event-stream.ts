import { errorFrame, RefusedError } from '../refused-error.ts'
import { serverSentEvent } from '../server-sent-event.ts'
import type { Frame } from './cursor.ts'
import { limits } from './limits.ts'

/** The log that a stream reads from, and those who hear of its end. */
export interface EventSourceHandlers {
  /** Gives the frames that the reader has not got yet, and `undefined` after the last. */
  next(): Promise<Frame[] | undefined>
  /** Called when the stream is over, whoever ended it. */
  onLeave(stream: EventStream): void
  /** Called with a fault of ours that breaks the stream off. */
  onFault(error: unknown): void
}

/**
 * One reader's server-sent events. They are taken from the log when the platform asks for more, so that a reader
 * that stops reading costs nothing here.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>
  #stopWaiting: (changed: boolean) => void = () => {}
  #changed = false
  #left = false
  #refused: RefusedError | undefined

  constructor({ next, onLeave, onFault }: EventSourceHandlers) {
    const encoder = new TextEncoder()
    this.body = new ReadableStream(
      {
        pull: async (controller) => {
          try {
            for (;;) {
              if (this.#refused) throw this.#refused
              this.#changed = false
              const frames = await next()
              if (this.#left) return
              if (!frames) {
                onLeave(this)
                break
              }
              if (frames.length === 0 && (await this.#change())) continue
              controller.enqueue(encoder.encode(frames.map(serverSentEvent).join('') || ': keep-alive\n\n'))
              return
            }
          } catch (error) {
            onLeave(this)
            if (!(error instanceof RefusedError)) {
              onFault(error)
              throw error
            }
            controller.enqueue(
              encoder.encode(serverSentEvent({ type: 'error', json: JSON.stringify(errorFrame(error)) })),
            )
          }
          controller.close()
        },
        cancel: () => {
          this.#left = true
          this.wake()
          onLeave(this)
        },
      },
      { highWaterMark: 0 },
    )
  }

  /** Tells the reader that there is more. */
  wake(): void {
    this.#changed = true
    this.#stopWaiting(true)
  }

  /** Sends a comment now, if nothing else is waiting to be sent: a reader that is gone is noticed by that. */
  probe(): void {
    this.#stopWaiting(false)
  }

  /** Ends the stream with an error. */
  refuse(error: RefusedError): void {
    this.#refused = error
    this.wake()
  }

  /** Waits for a change; false when none came in time. */
  #change(): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.#changed) return resolve(true)
      const timer = setTimeout(() => resolve(false), limits.keepAlive)
      this.#stopWaiting = (changed) => {
        clearTimeout(timer)
        resolve(changed)
      }
    })
  }
}
