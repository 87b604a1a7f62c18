import { readFileSync } from 'node:fs'
import { findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'

/** Loads a shipped model by its name, or the one in a file in its place. */
export const openModel = async (name: string, file?: string): Promise<RnnModel> =>
  loadModel(file === undefined ? await findModel(name) : readFileSync(file))
