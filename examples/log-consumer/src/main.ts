import { parseArgs } from 'node:util'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { findCounts, findModel } from '@runnel/models'
import { loadModel } from '@runnel/rnn-model'
import { consumeLog } from './consume-log.ts'
import { natsRecords } from './nats-log.ts'
import { openStore } from './store.ts'

/*
 * node examples/log-consumer/src/main.ts nats://127.0.0.1:4222/STREAM FOLDER [--once]: deciphers the texts of all subjects
 * of a NATS stream into a folder, until it is ended; with --once until the end that the log has now. Kill it when you
 * like: it goes on exactly where it stopped.
 */
const { values, positionals } = parseArgs({
  options: { once: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [address, folder] = positionals
if (!address || !folder)
  throw new Error('which log, and where to store? Give nats://SERVER/STREAM and a folder')

const store = openStore(folder)
const decipherer = createDecipherer({
  model: await loadModel(await findModel('english')),
  counts: await loadCounts(await findCounts('english')),
})
const records = natsRecords({ address: new URL(address), after: store.latest(), once: values.once })
await consumeLog(records, decipherer, store)
