import { DurableObject } from 'cloudflare:workers'
import { NAMED, SENT_AT_ONCE, WINDOW } from './constants.ts'
import type { JobBindings, PartMessage } from './job-bindings.ts'
import { type JobRecord, JobStore, type Part, resultsKey } from './job-store.ts'
import type { JobSpec, Progress } from './progress.ts'
import type { Tally } from './tally.ts'

/**
 * One job: knows which parts there are, which are under way, and what those that are done have come to. A queue only
 * carries what this object sends; what it loses, or nobody confirms, is sent again.
 */
export class BulkJob extends DurableObject<JobBindings> {
  readonly #store: JobStore
  /** Milliseconds since 1970: when a part was last taken. */
  #taken = 0

  constructor(context: DurableObjectState, bindings: JobBindings) {
    super(context, bindings)
    this.#store = new JobStore(context.storage)
  }

  /** Begins the job, once however often it is asked for; gives nothing where it is one of another input or other options. */
  async begin(spec: JobSpec): Promise<Progress | undefined> {
    const record = this.#store.read()
    if (!record) {
      this.#store.create(spec, Date.now())
      await this.ctx.storage.setAlarm(Date.now())
    } else if (
      JSON.stringify([record.input, record.options]) !== JSON.stringify([spec.input, spec.options])
    ) {
      return undefined
    }
    return this.progress()
  }

  /** Tells how far it is; nothing where it has not begun. */
  progress(): Progress | undefined {
    const record = this.#store.read()
    return record && this.#progressOf(record)
  }

  /** Gives a part to who has it from the queue; nothing where it is done already. */
  take(part: number): Part | undefined {
    const record = this.#store.read()
    this.#taken = Date.now()
    return record && this.#store.isUnderWay(part) ? this.#store.find(record, part) : undefined
  }

  /** Counts a part whose results are stored. */
  confirm(part: number, tally: Tally): Promise<void> {
    return this.#change((record) => this.#store.confirm(record, part, tally))
  }

  /** Notes the trouble with a part, to be told should it be given up. */
  note(part: number, trouble: string): void {
    if (this.#store.read()) this.#store.note(part, trouble)
  }

  /** Gives a part up, which the queue has delivered as often as it does. */
  giveUp(message: PartMessage): Promise<void> {
    return this.#change((record) => this.#store.giveUp(record, message))
  }

  /** Sends all parts again that were given up; tells how far it is then. */
  async retry(): Promise<Progress | undefined> {
    const record = this.#store.read()
    if (record && record.failed > 0) {
      const { ended: _, ...rest } = this.#store.retry(record)
      this.#store.write({ ...rest, heard: 0 })
      await this.ctx.storage.setAlarm(Date.now())
    }
    return this.progress()
  }

  /** Forgets the job: parts that are still delivered are dropped. Results stay. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm()
    await this.ctx.storage.deleteAll()
  }

  /** Lists, sends and ends, as is due; and comes again. */
  override async alarm(): Promise<void> {
    let record = this.#store.read()
    if (!record || record.ended !== undefined) return
    const patience = this.env.PATIENCE * 1000
    // First of all: whatever fails below is then tried again.
    await this.ctx.storage.setAlarm(Date.now() + patience / 2)
    if (!record.isListed) record = await this.#list(record)
    if (isComplete(record)) return this.#end(record)
    const isStalled = Date.now() - Math.max(record.heard, this.#taken) >= patience
    const lost = isStalled ? this.#store.underWay() : []
    const room = Math.max(0, WINDOW - underWay(record))
    const fresh = Math.min(room, record.parts - record.sent)
    const first = record.sent
    if (lost.length + fresh > 0) {
      const sentAgain = record.sentAgain + lost.length
      this.#store.write({ ...this.#store.send(record, fresh), sentAgain, heard: Date.now() })
    }
    await this.#enqueue([...lost, ...Array.from({ length: fresh }, (_, i) => first + i)])
    if (!record.isListed) await this.ctx.storage.setAlarm(Date.now())
  }

  /** Changes the record, and sees to it that what follows from it is done soon. */
  async #change(change: (record: JobRecord) => JobRecord): Promise<void> {
    const before = this.#store.read()
    if (!before) return
    const record = change(before)
    if (record === before) return
    // What is told after the end belongs into the tally too.
    const { ended: _, ...rest } = record
    this.#store.write({ ...rest, heard: Date.now() })
    const isLow = underWay(record) <= WINDOW / 2 && record.sent < record.parts
    if (isLow || isComplete(record)) await this.ctx.storage.setAlarm(Date.now())
  }

  /** Lists one more page of the input. Others may change the record meanwhile. */
  async #list({ input, cursor }: JobRecord): Promise<JobRecord> {
    const page = await this.env.BUCKET.list({ prefix: input, ...(cursor && { cursor }) })
    const { cursor: _, ...record } = this.#store.read() as JobRecord
    const next = {
      ...this.#store.addInputs(record, page.objects),
      isListed: !page.truncated,
      ...(page.truncated && { cursor: page.cursor }),
    }
    this.#store.write(next)
    return next
  }

  async #enqueue(parts: readonly number[]): Promise<void> {
    const record = this.#store.read()
    if (!record) return
    const { name: job, round = 0 } = record
    for (let i = 0; i < parts.length; i += SENT_AT_ONCE) {
      await this.env.PARTS.sendBatch(
        parts.slice(i, i + SENT_AT_ONCE).map((part) => ({ body: { job, part, round }, contentType: 'json' })),
      )
    }
  }

  /** Stores the tally beside the results, then ends, unless something has come of a part meanwhile. */
  async #end(record: JobRecord): Promise<void> {
    const ended = { ...record, ended: Date.now() }
    const tally = JSON.stringify(this.#progressOf(ended), null, 2)
    await this.env.BUCKET.put(resultsKey(record.name, 'tally.json'), tally)
    const { done, failed } = this.#store.read() ?? {}
    if (done !== record.done || failed !== record.failed) return
    this.#store.write(ended)
    await this.ctx.storage.deleteAlarm()
  }

  #progressOf(record: JobRecord): Progress {
    const { name, input, options, began, ended, objects, tally, isListed } = record
    const { parts, sentAgain, done, failed } = record
    return {
      name,
      state: ended === undefined ? 'running' : 'done',
      input,
      options,
      began: new Date(began).toISOString(),
      ...(ended !== undefined && { ended: new Date(ended).toISOString() }),
      objects,
      parts: { all: parts, done, underWay: underWay(record), failed, sentAgain, isListed },
      tally,
      results: resultsKey(name, ''),
      failures: this.#store.failures(record, NAMED),
    }
  }
}

const underWay = ({ sent, done, failed }: JobRecord): number => sent - done - failed

const isComplete = (record: JobRecord): boolean =>
  record.isListed && record.sent === record.parts && underWay(record) === 0
