import { createReadStream, fstatSync } from 'node:fs'
import { UnreadableFileError } from './unreadable-file.ts'

/**
 * Reads the bytes of some files one after another, or of standard input when there are none or for `-`.
 *
 * @throws UnreadableFileError
 */
export async function* readInput(
  files: readonly string[],
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<Uint8Array> {
  for (const file of files.length > 0 ? files : ['-']) {
    if (file === '-') yield* readStdin(stdin)
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

/** Node gives a folder as standard input as if it were empty. */
async function* readStdin(stdin: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  const { fd } = stdin as { fd?: number }
  if (fd !== undefined && fstatSync(fd).isDirectory()) {
    throw new UnreadableFileError('standard input', Object.assign(new Error('a folder'), { code: 'EISDIR' }))
  }
  yield* stdin as AsyncIterable<Uint8Array>
}
