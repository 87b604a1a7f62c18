import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { RunnelError } from '@runnel/core'
import type { Checkpoint } from '@runnel/rnn-model/train'
import { writeWhole } from './write-whole.ts'

/** The file in a folder of results that holds a checkpoint. */
export const checkpointIn = (folder: string): string => path.join(folder, 'checkpoint.bin')

/** Writes a checkpoint in one go: a run that is killed meanwhile leaves the one before it whole. @throws UnwritableFileError */
export const writeCheckpoint = (file: string, checkpoint: Checkpoint): Promise<void> =>
  writeWhole(file, serialize(checkpoint))

/**
 * The checkpoint in a file, if there is one.
 *
 * @throws RunnelError when the file is something else
 */
export const readCheckpoint = async (file: string): Promise<Checkpoint | undefined> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const checkpoint: Checkpoint = deserialize(bytes)
    if (checkpoint.weights instanceof Float32Array && checkpoint.options) return checkpoint
  } catch {
    // Reported below, with what to do.
  }
  throw new RunnelError('checkpoint', `${file} is no checkpoint of a training run; --restart starts anew`)
}
