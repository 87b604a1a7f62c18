/** Streams that a command reads and writes, so that tests can bring their own. */
export interface ConsoleStreams {
  stdin: NodeJS.ReadableStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  /** Aborted by ^C in training and in the lab. */
  signal: AbortSignal
}

/** Writes text, and waits while the reader is slow. */
export const write = (stream: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
