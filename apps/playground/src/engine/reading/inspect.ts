import type { Decipherer, SymbolTrace } from '@runnel/decipher'
import type { Column } from '../column.ts'
import type { InspectRange } from '../engine.ts'
import type { Inspection } from '../frame.ts'
import { columnOf, type TracedNet } from './column-of.ts'
import { CANDIDATES, MOST_COLUMNS } from './constants.ts'
import type { KeyNames } from './key-names.ts'
import { LatestTrace } from './latest-trace.ts'
import type { Reading } from './reading.ts'

/** Reads a part of a text again, from the last snapshot before it: exact, since reading is deterministic. */
export const inspect = (
  {
    reading,
    decipherer,
    names,
    net,
  }: { reading: Reading; decipherer: Decipherer | undefined; names: KeyNames; net: TracedNet },
  range: InspectRange,
): Inspection => {
  const to = Math.max(0, Math.min(range.to, reading.read))
  const from = Math.max(0, Math.min(range.from, to - 1), to - MOST_COLUMNS)
  const now = nowOf(reading, to - 1)
  if (!decipherer)
    return { columns: [], names: [], settled: to, waiting: reading.waiting, candidates: [], now }
  const snapshot = reading.snapshots.before(from)
  const columns: Column[] = []
  const latest = new LatestTrace()
  const session = decipherer.createSession(snapshot?.bytes, {
    trace(trace: SymbolTrace) {
      latest.take(trace)
      if (trace.start >= from) columns.push(columnOf(trace, names, net))
    },
  })
  const events = session.push(reading.text.slice(snapshot?.at ?? 0, to))
  const interim = events.findLast((event) => event.type === 'interim')
  const confidence = Uint8Array.from(interim?.confidence ?? [], (share) => Math.floor(share * 255))
  const waiting = { start: interim?.start ?? to, text: interim?.text ?? '', confidence }
  const candidates = latest.candidates(CANDIDATES, reading.text.slice(0, to))
  session.free()
  return { columns, names: names.takeFresh(), settled: waiting.start, waiting, candidates, now }
}

/** Readings of a letter by the belief at the end of what has been read; one where it is settled. */
const nowOf = (reading: Reading, at: number): Inspection['now'] => {
  if (at < reading.settledEnd || at < 0) return []
  const { waiting } = reading
  const text = waiting.text[at - waiting.start] ?? ''
  const probability = (waiting.confidence[at - waiting.start] ?? 0) / 255
  const others = reading.trace.alternatives(reading.text[at]).filter((other) => other.text !== text)
  return text === '' ? others : [{ text, probability }, ...others]
}
