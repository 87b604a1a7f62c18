import { PassThrough, Readable } from 'node:stream'
import { run } from '../run.ts'

/** Status and output of a command line. */
export interface Captured {
  status: number
  stdout: string
  stderr: string
}

/** Runs a command line in this process, with `input` as its standard input. */
export const runCaptured = async (
  words: readonly string[],
  input: string | Uint8Array = '',
  terminal: { columns?: number } | undefined = undefined,
): Promise<Captured> => {
  const written = { stdout: '', stderr: '' }
  const capture = (name: 'stdout' | 'stderr'): NodeJS.WriteStream => {
    const stream = new PassThrough().setEncoding('utf8').on('data', (text: string) => {
      written[name] += text
    })
    const columns = terminal?.columns ?? 80
    return Object.assign(stream, {
      isTTY: terminal !== undefined,
      columns,
      rows: 24,
    }) as unknown as NodeJS.WriteStream
  }
  const status = await run(words, {
    stdin: Object.assign(Readable.from([Buffer.from(input)]), { isTTY: terminal !== undefined }),
    stdout: capture('stdout'),
    stderr: capture('stderr'),
    signal: new AbortController().signal,
  })
  await new Promise((resolve) => setImmediate(resolve))
  return { status, ...written }
}
