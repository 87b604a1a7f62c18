import { fstatSync, type Stats } from 'node:fs'
import type { ConsoleStreams } from './console-streams.ts'

/**
 * The line break that what is told on standard error begins with: none, but where it follows the text and the text has no line
 * break at its end. It does on a terminal that the reader of standard output writes to as well, as in
 * `runnel decipher TEXT | cat`, and where both go to one place, as in `runnel decipher TEXT 2>&1 | less`.
 */
export const endOfLine = (
  text: string,
  { stdout, stderr }: Pick<ConsoleStreams, 'stdout' | 'stderr'>,
): string => {
  if (text === '' || text.endsWith('\n') || stdout.isTTY) return ''
  const [out, err] = [statOf(stdout), statOf(stderr)]
  const together = out && err && out.dev === err.dev && out.ino === err.ino
  return together || (stderr.isTTY && !out?.isFile()) ? '\n' : ''
}

const statOf = (stream: object): Stats | undefined => {
  const { fd } = stream as { fd?: number }
  return fd === undefined ? undefined : fstatSync(fd)
}
