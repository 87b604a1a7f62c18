import { DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { LogRecord } from './consume-log.ts'

/** Where a log is read from. */
export interface LogPlace {
  /** Server and stream, as nats://127.0.0.1:4222/STREAM. */
  address: URL
  /** Offset of the last record that was read, 0 for none; those after it are given. */
  after: number
  /** Ends after the last record there is now; else it waits for more. */
  once: boolean
}

/**
 * The records of a JetStream stream, in order; offsets are its sequence numbers. The next few are fetched while one is
 * worked on, so the log is held up by a slow reader.
 *
 * @throws Error when records that were not read yet are gone
 */
export async function* natsRecords({ address, after, once }: LogPlace): AsyncGenerator<LogRecord> {
  const connection = await connect({ servers: address.host })
  try {
    const stream = address.pathname.slice(1)
    const { state } = await (await jetstreamManager(connection)).streams.info(stream)
    if (after > 0 && state.first_seq > after + 1) {
      throw new Error(`stream ${stream} begins at ${state.first_seq}: those after ${after} are gone`)
    }
    if (once && state.last_seq <= after) return
    const consumer = await jetstream(connection).consumers.get(stream, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
    })
    for await (const message of await consumer.consume({ max_messages: 100 })) {
      yield { offset: message.seq, subject: message.subject, chunk: message.string() }
      if (once && message.seq >= state.last_seq) return
    }
  } finally {
    await connection.close()
  }
}
