import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Checkpoint, Store } from './consume-log.ts'

const [TEXT, CHECKPOINT, NEXT] = ['.txt', '.json', '.next']

/**
 * Stores in a folder, two files a subject: its plaintext so far, which only grows, and its checkpoint, which says how much
 * of that is of its moment; what was written after it is cut off. In a database, use a transaction.
 */
export const openStore = (folder: string): Store => {
  mkdirSync(folder, { recursive: true })
  const fileOf = (subject: string, kind: string) => path.join(folder, `${encodeURIComponent(subject)}${kind}`)
  const read = (file: string): Checkpoint & { bytes: number } => {
    const { offset, bytes, snapshot } = JSON.parse(readFileSync(file, 'utf8'))
    return { offset, bytes, snapshot: Buffer.from(snapshot, 'base64') }
  }
  const sizes = new Map<string, number>()
  return {
    open(subject) {
      const file = fileOf(subject, CHECKPOINT)
      const found = existsSync(file) ? read(file) : undefined
      writeFileSync(fileOf(subject, TEXT), '', { flag: 'a' })
      truncateSync(fileOf(subject, TEXT), found?.bytes ?? 0)
      sizes.set(subject, found?.bytes ?? 0)
      return found
    },
    append(subject, text, { offset, snapshot }) {
      appendFileSync(fileOf(subject, TEXT), text)
      const bytes = (sizes.get(subject) ?? 0) + Buffer.byteLength(text)
      sizes.set(subject, bytes)
      const checkpoint = { offset, bytes, snapshot: Buffer.from(snapshot).toString('base64') }
      const file = fileOf(subject, CHECKPOINT)
      // A rename happens at once: the checkpoint is always whole.
      writeFileSync(`${file}${NEXT}`, JSON.stringify(checkpoint))
      renameSync(`${file}${NEXT}`, file)
    },
    latest: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(CHECKPOINT))
        .reduce((latest, name) => Math.max(latest, read(path.join(folder, name)).offset), 0),
  }
}
