import { createDecipherer } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { readLive } from './read-live.ts'

/*
 * node examples/rx-live/src/main.ts ws://localhost:8000: draws the plaintext of a feed on one line of the terminal,
 * what may still change in grey.
 */
const url = process.argv[2]
if (!url) throw new Error('which feed? Give its address, such as ws://localhost:8000')
const decipherer = createDecipherer({ model: await loadModel(caesar3) })
readLive(url, decipherer).subscribe({
  next: ({ settled, interim }) => {
    const line = `${settled}\u001b[90m${interim}\u001b[39m`.replaceAll('\n', ' ')
    process.stdout.write(`\r\u001b[2K${line}`)
  },
  error: (error) => {
    console.error(error)
    process.exitCode = 1
  },
  complete: () => process.stdout.write('\n'),
})
