import { readFileSync } from 'node:fs'
import { type Counts, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel, type RnnModel } from '@runnel/rnn-model'

/** Loads a shipped model by its name, or the one in a file in its place. */
export const openModel = async (name: string, file?: string): Promise<RnnModel> =>
  loadModel(file === undefined ? await findModel(name) : readFileSync(file))

/** Loads the counts that go with `english`: for it, and for nets in a file that are measured in its place. */
export const openCounts = async (): Promise<Counts> => loadCounts(await findCounts('english'))
