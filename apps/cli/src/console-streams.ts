import { UnwritableFileError } from './unwritable-file.ts'

/** Streams that a command reads and writes, so that tests can bring their own. */
export interface ConsoleStreams {
  stdin: NodeJS.ReadableStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  /** Aborted by ^C in training and in the lab. */
  signal: AbortSignal
}

/** Writes text or bytes to standard output, and waits while the reader is slow. @throws UnwritableFileError */
export const write = (stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) =>
      error ? reject(new UnwritableFileError('standard output', error)) : resolve(),
    )
  })
