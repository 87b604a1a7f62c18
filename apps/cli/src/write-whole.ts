import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { makeFolders } from './make-folders.ts'
import { UnwritableFileError } from './unwritable-file.ts'

/**
 * Writes a file in one go, with the folders that it needs: whoever looks, after a crash of the machine too, finds the
 * file as it was before or all of the new one. Bytes are on the disk before they get their name, and so is the name
 * when this is done.
 *
 * @throws UnwritableFileError
 */
export const writeWhole = async (file: string, content: string | Uint8Array): Promise<void> => {
  const folder = path.dirname(file)
  const part = `${file}.part`
  try {
    await makeFolders(folder)
    await writeSynced(part, content)
    await rename(part, file)
    await syncFolder(folder)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw new UnwritableFileError(file, error as NodeJS.ErrnoException)
  }
}

const writeSynced = async (file: string, content: string | Uint8Array): Promise<void> => {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts the names of a folder on the disk. Windows has no such thing and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
