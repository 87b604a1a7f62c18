import type { Random } from '@runnel/core'

/** A kind of file, and what is done with a damaged one. */
export interface FileTarget {
  name: string
  /** Makes a damaged file; gives what reads it. */
  damage(random: Random): Promise<DamagedFile> | DamagedFile
}

/** A damaged file. */
export interface DamagedFile {
  bytes: number
  /** Reads it, and uses what was read. */
  read(): unknown
}
