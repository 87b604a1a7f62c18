import { fstatSync } from 'node:fs'
import type { ConsoleStreams } from './console-streams.ts'

/**
 * The line break that what is told on standard error begins with: none, but where it is seen on a terminal that the reader of
 * standard output writes to as well, as in `runnel decipher TEXT | cat`, and the text has no line break at its end.
 */
export const endOfLine = (
  text: string,
  { stdout, stderr }: Pick<ConsoleStreams, 'stdout' | 'stderr'>,
): string =>
  stderr.isTTY && !stdout.isTTY && text !== '' && !text.endsWith('\n') && !isFile(stdout) ? '\n' : ''

const isFile = (stream: object): boolean => {
  const { fd } = stream as { fd?: number }
  return fd !== undefined && fstatSync(fd).isFile()
}
