import type { ByteReader, ByteWriter } from '../../saving/bytes.ts'
import type { Candidate } from './candidate.ts'
import type { Lane } from './lane.ts'

/** A key of a lane. */
type LaneKey = Pick<Candidate, 'lane' | 'key'>

/** Writes keys down, by the numbers of their lanes. */
export const saveKeys = (keys: readonly LaneKey[], lanes: readonly Lane[], writer: ByteWriter): void => {
  writer.uint16(keys.length)
  for (const { lane, key } of keys) {
    writer.uint16(lanes.indexOf(lane))
    for (const value of key) writer.uint16(value)
  }
}

/** Reads them again. @param values that a place may have @throws SnapshotFormatError */
export const readKeys = (saved: ByteReader, lanes: readonly Lane[], values: number): LaneKey[] =>
  Array.from({ length: saved.uint16() }, () => {
    const lane: Lane | undefined = lanes[saved.uint16()]
    saved.demand(lane !== undefined)
    const key = new Uint8Array(lane.period).map(() => saved.uint16())
    saved.demand(key.every((value) => value < values))
    return { lane, key }
  })
