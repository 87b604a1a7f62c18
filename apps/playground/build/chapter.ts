import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createAffine } from '@runnel/core'
import type { Plugin } from 'vite'

const NAME = 'virtual:chapter'
const docs = path.join(import.meta.dirname, '../../../docs')

/** The documents that have most to tell, in the order in which they are read. */
export const CHAPTER = [
  'concepts',
  'streaming-and-state',
  'encodings',
  'periodic',
  'substitution',
  'open-world',
  'edge-sessions',
].map((name) => `${name}.md`)

/** The prose of documents in cipher: what is no paragraph is left out. */
const chapter = (): string => {
  const paragraphs = CHAPTER.map((name) => readFileSync(path.join(docs, name), 'utf8'))
    .join('\n\n')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split(/\n{2,}/)
    .filter((paragraph) => /^[A-Z*][^|]{120,}$/.test(paragraph))
    .map((paragraph) => paragraph.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, ''))
  return createAffine().encrypt(`${paragraphs.join('\n\n')}\n`, { a: 5, b: 8 })
}

/** Writes a chapter in cipher beside the page, an example that is fetched when it is chosen, and tells where it is. */
export const chapterFile = (): Plugin => {
  const text = chapter()
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const fileName = `assets/chapter-${digest}.txt`
  return {
    name: 'runnel:chapter',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export const chapter = '${fileName}'` : undefined),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: text })
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_, response) => response.end(text))
    },
  }
}
