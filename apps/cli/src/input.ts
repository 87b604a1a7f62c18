import { createReadStream } from 'node:fs'
import { RunnelError } from '@runnel/core'

/** A file that could not be read. */
export class UnreadableFileError extends RunnelError {
  static override readonly code = 'unreadable_file'
  override readonly name = 'UnreadableFileError'
  readonly path: string

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EACCES: 'you may not read it',
      EISDIR: 'it is a folder',
    }
    super(UnreadableFileError.code, `cannot read ${path}: ${reasons[cause.code ?? ''] ?? cause.message}`, {
      cause,
    })
    this.path = path
  }
}

/** The bytes of some files one after another, or of standard input when there are none or for `-`. */
export async function* readInput(
  files: readonly string[],
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<Uint8Array> {
  for (const file of files.length > 0 ? files : ['-']) {
    if (file === '-') yield* stdin as AsyncIterable<Uint8Array>
    else yield* readFile(file)
  }
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw new UnreadableFileError(path, error as NodeJS.ErrnoException)
  }
}
