import { readFile } from 'node:fs/promises'
import { InvalidOptionError } from '@runnel/core'
import { shippedNets } from '@runnel/models/languages'
import { loadModel, type RnnModel } from '@runnel/rnn-model'
import { UnreadableFileError } from './unreadable-file.ts'

/**
 * Loads a model that ships, by name, or one of the user's own, by path.
 *
 * @throws InvalidOptionError when it is neither; UnreadableFileError; ModelFormatError
 */
export const openModel = async (nameOrPath: string): Promise<RnnModel> => {
  if (Object.hasOwn(shippedNets, nameOrPath)) return loadModel(await shippedNets[nameOrPath]())
  if (!/[/\\]|\.runnel$/.test(nameOrPath)) {
    throw new InvalidOptionError('model', nameOrPath, `one of ${Object.keys(shippedNets).join(', ')}`)
  }
  const bytes = await readFile(nameOrPath).catch((error) => {
    throw new UnreadableFileError(nameOrPath, error)
  })
  return loadModel(bytes)
}
