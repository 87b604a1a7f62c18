import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { quantile } from './statistics.ts'

const [PAGE, WRITES] = [4096, 50]

/** Milliseconds that a page takes to be written and synced in a folder: the median. */
export const measureWrite = (folder: string): number => {
  const file = openSync(path.join(folder, 'written'), 'w')
  const page = Buffer.alloc(PAGE, 1)
  const times = Array.from({ length: WRITES }, () => {
    const start = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return quantile(times, 0.5)
}
