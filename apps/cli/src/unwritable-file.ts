import { RunnelError } from '@runnel/core'

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'you may not write there',
  EROFS: 'the disk can only be read',
  EISDIR: 'it is a folder',
  EEXIST: 'a part of its path is no folder',
  ENOTDIR: 'a part of its path is no folder',
}

/** A file, or standard output, that could not be written. */
export class UnwritableFileError extends RunnelError {
  static override readonly code = 'unwritable_file'
  override readonly name = 'UnwritableFileError'
  readonly path: string

  constructor(path: string, cause: NodeJS.ErrnoException) {
    const reason = reasons[cause.code ?? ''] ?? cause.message
    super(UnwritableFileError.code, `cannot write ${path}: ${reason}`, { cause })
    this.path = path
  }
}
