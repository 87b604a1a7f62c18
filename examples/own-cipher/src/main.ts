import { readFileSync } from 'node:fs'
import { createDecipherer, loadCounts } from '@runnel/decipher'
import { english } from '@runnel/models/english'
import { englishCounts } from '@runnel/models/english-counts'
import { loadModel } from '@runnel/rnn-model'
import { keywordSpace } from './keyword-space.ts'

/*
 * node examples/own-cipher/src/main.ts TEXT…: deciphers standard input, which was enciphered with a keyword.
 * Every word of four letters or more in the texts is tried: 10,000 keywords take a quarter of a second.
 */
const words = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, 'utf8').match(/\b[a-z]{4,}\b/g) ?? [])
if (words.length === 0) throw new Error('which keywords? Give files with the words to be tried')
const keywords = [...new Set(words)]
const session = createDecipherer({
  model: await loadModel(english),
  counts: await loadCounts(englishCounts),
  cipher: keywordSpace(keywords),
}).createSession()

for await (const bytes of process.stdin) {
  for (const event of session.push(bytes)) if (event.type === 'final') process.stdout.write(event.text)
}
for (const event of session.flush()) {
  if (event.type === 'final') process.stdout.write(event.text)
  if (event.type === 'done') {
    const [keyword] = Object.values(event.key)
    console.error(`keyword ${keyword}, of ${keywords.length}; probability ${event.probability.toFixed(4)}`)
  }
}
