import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { RunnelError } from '@runnel/core'
import type { Checkpoint } from '@runnel/rnn-model/train'

/** Writes a checkpoint in one go: a run that is killed meanwhile leaves the one before it whole. */
export const writeCheckpoint = async (file: string, checkpoint: Checkpoint): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.part`, serialize(checkpoint))
  await rename(`${file}.part`, file)
}

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
