import { RunnelError } from '@runnel/core'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
}

/** A file, or standard input, that could not be read. */
export class UnreadableFileError extends RunnelError {
  static override readonly code = 'unreadable_file'
  override readonly name = 'UnreadableFileError'
  readonly path: string

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const reason = reasons[cause.code ?? ''] ?? cause.message
    super(UnreadableFileError.code, `cannot read ${path}: ${reason}`, { cause })
    this.path = path
  }
}
