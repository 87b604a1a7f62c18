import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Checkpoint } from '@runnel/rx-operators'

/** The plaintext so far, and where it was read from: always of one moment. */
export interface Stored {
  text: string
  checkpoint?: Checkpoint
}

/** Reads what was stored. */
export const load = (file: string): Stored => {
  if (!existsSync(file)) return { text: '' }
  const { text, offset, snapshot } = JSON.parse(readFileSync(file, 'utf8'))
  return { text, checkpoint: { offset, snapshot: Buffer.from(snapshot, 'base64') } }
}

/** Stores text and checkpoint together, or neither: a rename happens at once. In a database, use a transaction. */
export const save = (file: string, { text, checkpoint }: Stored): void => {
  if (!checkpoint) return
  const snapshot = Buffer.from(checkpoint.snapshot).toString('base64')
  writeFileSync(`${file}.next`, JSON.stringify({ text, offset: checkpoint.offset, snapshot }))
  renameSync(`${file}.next`, file)
}
