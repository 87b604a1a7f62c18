/** The work that a pair of streams does between its writable and its readable side. */
export interface Transformation<Input, Output> {
  /** Outputs of one chunk. */
  transform(chunk: Input): Output[]
  /** Outputs of the end of the input. */
  flush(): Output[]
  /** Called once, however the pair ends. */
  end(): void
}

/**
 * A TransformStream that is told of every ending, on all runtimes: Chromium does not call `cancel` of a transformer.
 *
 * As in a TransformStream, one chunk waits to be transformed, and that happens when its output is asked for.
 *
 * @param signal ends both sides with its reason
 */
export const createStreamPair = <Input, Output>(
  { transform, flush, end }: Transformation<Input, Output>,
  signal?: AbortSignal,
): TransformStream<Input, Output> => {
  let reading!: ReadableStreamDefaultController<Output>
  let writing!: WritableStreamDefaultController
  let ended = false
  /** Whether the reader has asked for more than it got, and what tells the chunk that waits. */
  let wanted = false
  let wake = () => {}

  const finish = () => {
    if (ended) return
    ended = true
    signal?.removeEventListener('abort', aborted)
    end()
    wake()
  }
  const fail = (reason: unknown) => {
    reading.error(reason)
    writing.error(reason)
    finish()
  }
  const aborted = () => fail(signal?.reason)
  /** Gives what comes of an act; when that fails, so do both sides. */
  const give = (act: () => Output[]) => {
    if (ended || writing.signal.aborted) return
    try {
      for (const output of act()) {
        wanted = false
        reading.enqueue(output)
      }
    } catch (error) {
      fail(error)
      throw error
    }
  }

  const readable = new ReadableStream<Output>(
    {
      start(controller) {
        reading = controller
      },
      pull() {
        wanted = true
        wake()
      },
      cancel(reason) {
        writing.error(reason)
        finish()
      },
    },
    { highWaterMark: 0 },
  )
  const writable = new WritableStream<Input>({
    start(controller) {
      writing = controller
      // `abort` below comes only after the chunk that waits.
      controller.signal.addEventListener('abort', () => wake())
    },
    write(chunk) {
      if (wanted) return give(() => transform(chunk))
      return new Promise<void>((resolve) => {
        wake = resolve
      }).then(() => give(() => transform(chunk)))
    },
    close() {
      give(flush)
      if (ended) return
      reading.close()
      finish()
    },
    abort(reason) {
      reading.error(reason)
      finish()
    },
  })
  if (signal?.aborted) aborted()
  else signal?.addEventListener('abort', aborted)
  return { readable, writable }
}
