import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isCollected, writeNovels } from './eltec-novels.ts'
import { englishCorpus } from './english-corpus.ts'
import { mobyDick } from './moby-dick.ts'
import { sha256 } from './sha256.ts'
import { corpusTable } from './table.ts'
import { writeText } from './write-corpus.ts'

/*
 * npm run -s corpus
 *
 * Writes the English text, joined and source by source, to .cache/corpus, and the table of its sources to
 * docs/corpus.md. Fetches what is in Debian packages the first time.
 *
 * npm run -s corpus -- russian|greek CHECKOUT FOLDER
 *
 * Writes the novels of a checkout of ELTeC-rus or ELTeC-gre to a folder, as `--texts` takes them.
 */
const [only, checkout, folder] = process.argv.slice(2)
if (only !== undefined && isCollected(only) && checkout && folder) {
  writeNovels(only, checkout, folder)
  process.exit()
}
if (only !== undefined) {
  console.error('npm run -s corpus [-- russian|greek CHECKOUT FOLDER]')
  process.exit(2)
}

const { train, validate, sources } = englishCorpus()
for (const { source, paragraphs } of sources) {
  writeText(`english/${source.name}`, `${paragraphs.join('\n')}\n`)
}
writeText('english', train)
writeText('english-validation', validate)

const table = [
  corpusTable(sources, mobyDick),
  '',
  `Joined to train on: ${train.length.toLocaleString('en')} characters, sha256 \`${sha256(train)}\`.`,
  `To validate on: ${validate.length.toLocaleString('en')} characters, sha256 \`${sha256(validate)}\`.`,
].join('\n')
console.log(table)

const page = path.join(import.meta.dirname, '../../../docs/corpus.md')
const [begin, end] = ['<!-- sources: begin -->', '<!-- sources: end -->']
const text = readFileSync(page, 'utf8')
const [from, to] = [text.indexOf(begin), text.indexOf(end)]
if (from === -1 || to === -1) throw new Error(`${page} has no place marked ${begin} … ${end}`)
writeFileSync(page, `${text.slice(0, from)}${begin}\n${table}\n${text.slice(to)}`)
