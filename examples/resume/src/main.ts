import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { createDecipherer, finalText } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { decipherRecords, type LogRecord } from '@runnel/rx-operators'
import { concatMap, from, lastValueFrom } from 'rxjs'
import { load, save } from './store.ts'

/*
 * node examples/resume/src/main.ts LOG STORE [milliseconds a record]: deciphers a log, one record a line as
 * {"offset":1,"chunk":"…"}, and stores the plaintext. Kill it when you like: it goes on exactly where it stopped.
 */
const [log, store, pause = '0'] = process.argv.slice(2)
if (!log || !store) throw new Error('which log, and where to store? Give two files')
const decipherer = createDecipherer({ model: await loadModel(caesar3) })
const stored = load(store)
// Logs and queues give at least what was not acknowledged, and often more: records read already are left out.
const records = readFileSync(log, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): LogRecord => JSON.parse(line))

const reading = from(records).pipe(
  // One record at a time, each stored before the next is read.
  concatMap((record) => setTimeout(Number(pause), record)),
  decipherRecords(decipherer, { checkpoint: stored.checkpoint }),
  concatMap(async ({ events, checkpoint }) => {
    stored.text += finalText(events)
    save(store, { text: stored.text, ...(checkpoint && { checkpoint }) })
  }),
)
await lastValueFrom(reading, { defaultValue: undefined })
console.log(stored.text)
