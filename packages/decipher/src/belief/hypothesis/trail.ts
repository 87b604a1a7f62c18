import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'

/** The rows that a hypothesis has read with, from where on each: runs of text, the latest first. */
export interface Trail {
  readonly row: number
  /** UTF-16 units from the start of the stream. */
  readonly since: number
  /** The run before; dropped once no text of that time waits. */
  before: Trail | undefined
}

/** The row by which the symbol at `position` was read. */
export const rowAt = (trail: Trail, position: number): number => runAt(trail, position).row

/** Drops runs that only concern text before `position`. @returns whether any trail may have such runs later */
export const forget = (held: readonly { readonly trail: Trail }[], position: number): boolean => {
  const longer = held.filter(({ trail }) => trail.before)
  for (const { trail } of longer) runAt(trail, position).before = undefined
  return longer.length > 0
}

/** The run in which the symbol at `position` was read. */
export const runAt = (trail: Trail, position: number): Trail => {
  let run = trail
  while (run.since > position && run.before) run = run.before
  return run
}

/** The runs of a trail, the latest first. */
export const runsOf = (trail: Trail): Trail[] => {
  const runs: Trail[] = []
  for (let run: Trail | undefined = trail; run; run = run.before) runs.push(run)
  return runs
}

/** Writes a trail, the earliest run first. */
export const saveTrail = (trail: Trail, writer: ByteWriter): void => {
  const runs = runsOf(trail).reverse()
  writer.int32(runs.length)
  for (const { row, since } of runs) {
    writer.uint16(row)
    writer.float64(since)
  }
}

/** Reads a trail again. @throws SnapshotFormatError */
export const readTrail = (reader: ByteReader, rows: number): Trail => {
  let trail: Trail | undefined
  for (let left = reader.int32(); left > 0; left--) {
    const row = reader.uint16()
    reader.demand(row < rows)
    trail = { row, since: reader.float64(), before: trail }
  }
  reader.demand(trail !== undefined)
  return trail as Trail
}
