import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes a folder and those that it lies in. That of the platform goes round for ever where a folder is there and nothing
 * can be made in it because it says that it is not, as in `/proc`.
 *
 * @throws the error of the platform
 */
export const makeFolders = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (await isFolder(folder)) return
    if (code !== 'ENOENT') throw error
    const parent = path.dirname(folder)
    if (!(await isFolder(parent))) await makeFolders(parent)
    await mkdir(folder).catch((again: NodeJS.ErrnoException) => {
      // Another one was quicker.
      if (again.code !== 'EEXIST') throw again
    })
  }
}

const isFolder = (name: string): Promise<boolean> =>
  stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  )
