import { readFile } from 'node:fs/promises'
import { catalog, findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { UnreadableFileError } from './unreadable-file.ts'

/**
 * Loads a model that ships, by name, or one of the user's own, by path.
 *
 * @throws InvalidOptionError when it is neither; UnreadableFileError; ModelFormatError
 */
export const openModel = async (nameOrPath: string): Promise<RnnModel> => {
  const isPath = /[/\\]|\.runnel$/.test(nameOrPath) && !Object.hasOwn(catalog, nameOrPath)
  if (!isPath) return loadModel(await findModel(nameOrPath))
  const bytes = await readFile(nameOrPath).catch((error) => {
    throw new UnreadableFileError(nameOrPath, error)
  })
  return loadModel(bytes)
}
