import { PART } from './constants.ts'
import type { PartMessage } from './job-bindings.ts'
import type { LineRange } from './lines.ts'
import type { FailedPart, JobSpec } from './progress.ts'
import { addTallies, emptyTally, type Tally } from './tally.ts'

/** All that is stored of a job besides its parts. */
export interface JobRecord extends JobSpec {
  /** Milliseconds since 1970: when it began, when a part was last confirmed or sent, and when it ended. */
  began: number
  heard: number
  ended?: number
  /** Whether all of the input has been listed, and where else to go on. */
  isListed: boolean
  cursor?: string
  objects: number
  /** Parts found so far, sent at least once, sent again, done, and given up. */
  parts: number
  sent: number
  sentAgain: number
  done: number
  failed: number
  /** Retries of all parts that were given up; a job that began before they were counted has none. */
  round?: number
  tally: Tally
}

/** A part: whose bytes, where its results go, and the job's options. */
export interface Part extends LineRange {
  key: string
  etag: string
  results: string
  options: Record<string, string>
}

/** An object of the input. */
export interface InputObject {
  key: string
  etag: string
  size: number
}

const KEY = 'job'

/** Key of the results of a part, or of the tally, of a job. */
export const resultsKey = (job: string, file: string): string => `results/${job}/${file}`

/**
 * The state of a job on disk. A part is in `under_way` from when it is first sent until it is done or given up, so that
 * a part counts once however often it is delivered, and what is stored does not grow with the parts that are done.
 */
export class JobStore {
  readonly #storage: DurableObjectStorage

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  read(): JobRecord | undefined {
    return this.#storage.kv.get<JobRecord>(KEY)
  }

  write(record: JobRecord): void {
    this.#storage.kv.put(KEY, record)
  }

  /** Begins: nothing is stored before. */
  create(spec: JobSpec, now: number): void {
    for (const columns of [
      'inputs (first INTEGER PRIMARY KEY, key TEXT, etag TEXT, size INTEGER)',
      'under_way (part INTEGER PRIMARY KEY, trouble TEXT)',
      'failed (part INTEGER PRIMARY KEY, trouble TEXT)',
    ]) {
      this.#run(`CREATE TABLE ${columns}`)
    }
    const none = { objects: 0, parts: 0, sent: 0, sentAgain: 0, done: 0, failed: 0 }
    this.write({ ...spec, began: now, heard: now, isListed: false, ...none, tally: emptyTally() })
  }

  /** Adds objects of the input, and their parts. */
  addInputs(record: JobRecord, objects: readonly InputObject[]): JobRecord {
    let { parts } = record
    for (const { key, etag, size } of objects) {
      if (size === 0) continue
      this.#run('INSERT INTO inputs VALUES (?, ?, ?, ?)', parts, key, etag, size)
      parts += Math.ceil(size / PART)
    }
    return { ...record, parts, objects: record.objects + objects.length }
  }

  /** Notes that the next so many parts are under way. */
  send(record: JobRecord, count: number): JobRecord {
    for (let i = 0; i < count; i++) {
      this.#run('INSERT INTO under_way VALUES (?, NULL)', record.sent + i)
    }
    return { ...record, sent: record.sent + count }
  }

  /** The parts that are under way. */
  underWay(): number[] {
    return this.#rows<{ part: number }>('SELECT part FROM under_way ORDER BY part').map(({ part }) => part)
  }

  isUnderWay(part: number): boolean {
    return this.#rows('SELECT 1 FROM under_way WHERE part = ?', part).length > 0
  }

  /** Counts a part that is done, the first time that it is told; one that was given up meanwhile as well. */
  confirm(record: JobRecord, part: number, tally: Tally): JobRecord {
    const failed = this.#remove('failed', part) ? 1 : 0
    if (!this.#remove('under_way', part) && !failed) return record
    return {
      ...record,
      done: record.done + 1,
      failed: record.failed - failed,
      tally: addTallies(record.tally, tally),
    }
  }

  /** Notes the trouble with a part that is under way. */
  note(part: number, trouble: string): void {
    this.#run('UPDATE under_way SET trouble = ? WHERE part = ?', trouble, part)
  }

  /** Gives a part up that is under way; what was sent before the last retry, and comes late, tells nothing of it. */
  giveUp(record: JobRecord, { part, round = 0 }: PartMessage): JobRecord {
    if (round !== (record.round ?? 0) || !this.isUnderWay(part)) return record
    this.#run('INSERT INTO failed SELECT part, trouble FROM under_way WHERE part = ?', part)
    this.#remove('under_way', part)
    return { ...record, failed: record.failed + 1 }
  }

  /** Puts all parts that were given up under way again. */
  retry(record: JobRecord): JobRecord {
    this.#run('INSERT INTO under_way SELECT part, NULL FROM failed')
    this.#run('DELETE FROM failed')
    return { ...record, failed: 0, round: (record.round ?? 0) + 1 }
  }

  /** The bytes of a part. */
  find({ name, options }: JobRecord, part: number): Part {
    const [input] = this.#rows<InputObject & { first: number }>(
      'SELECT * FROM inputs WHERE first <= ? ORDER BY first DESC LIMIT 1',
      part,
    )
    if (!input) throw new RangeError(`job ${name} has no part ${part}`)
    const { first, key, etag, size } = input
    const start = (part - first) * PART
    const results = resultsKey(name, `parts/${String(part).padStart(9, '0')}.ndjson`)
    return { key, etag, size, start, end: Math.min(size, start + PART), results, options }
  }

  /** The first so many of the parts that were given up. */
  failures(record: JobRecord, most: number): FailedPart[] {
    const rows = this.#rows<{ part: number; trouble: string | null }>(
      'SELECT * FROM failed ORDER BY part LIMIT ?',
      most,
    )
    return rows.map(({ part, trouble }) => {
      const { key, start, end } = this.find(record, part)
      return { part, key, start, end, trouble: trouble ?? 'it was never answered' }
    })
  }

  #remove(table: 'under_way' | 'failed', part: number): boolean {
    return this.#run(`DELETE FROM ${table} WHERE part = ?`, part).rowsWritten > 0
  }

  #run(statement: string, ...values: (string | number)[]) {
    return this.#storage.sql.exec(statement, ...values)
  }

  #rows<Row extends object>(statement: string, ...values: (string | number)[]): Row[] {
    return this.#run(statement, ...values).toArray() as Row[]
  }
}
