import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openReader } from '../src/engine/testing/open-reader.ts'
import { recordText } from '../src/engine/testing/record-text.ts'
import { FIRST_EXAMPLE } from '../src/ui/state/examples.ts'

const file = path.join(import.meta.dirname, '../src/engine/recording/example.recording.json')

/*
 * Records the example that the page begins with, from a live run of its engine: `npm run record` in this folder, whenever the
 * model, its counts or the inference have changed. A test compares the recording with a live run.
 */
const recording = await recordText(await openReader(), FIRST_EXAMPLE.text)
writeFileSync(file, `${JSON.stringify(recording)}\n`)
console.log(`${file}: ${recording.moments.length} letters`)
