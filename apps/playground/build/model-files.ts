import { createHash } from 'node:crypto'
import { findCounts, findModel } from '@runnel/models'
import { findLanguage } from '@runnel/models/languages'
import { bytesOf, type EmbeddedModel } from '@runnel/rnn-model'
import type { Plugin } from 'vite'
import { pageLanguages } from '../src/engine/languages/page-languages.ts'
import { searchCounts } from '../src/engine/searches/search-files.ts'

const NAME = 'virtual:model-files'

/** Counts by their name, of those that models ship. */
const countsNamed = async (name: string): Promise<EmbeddedModel> => {
  const [counts] = Object.values(await import(`@runnel/models/${name}`)) as EmbeddedModel[]
  return counts
}

/**
 * Writes the model, its counts, and those that searches and other languages need beside the page, each under a name that
 * holds its digest, and tells the page where they are, seen from itself: as files they are fetched once, kept for good, and
 * a third smaller than inside a script.
 */
export const modelFiles = (model: string): Plugin => {
  const files = new Map<string, Uint8Array>()
  const addresses = {
    model: '',
    beside: '',
    counts: {} as Record<string, string>,
    languages: {} as Record<string, string[]>,
  }
  const add = async (embedded: EmbeddedModel, folder: string): Promise<string> => {
    const bytes = await bytesOf(embedded)
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const file = `${folder}/${embedded.name}-${digest}.runnel`
    files.set(file, bytes)
    return file
  }
  const gather = async (): Promise<void> => {
    if (files.size > 0) return
    addresses.model = await add(await findModel(model), 'assets')
    addresses.beside = await add(await findCounts(model), 'assets')
    for (const name of Object.values(searchCounts).flat()) {
      addresses.counts[name] = await add(await countsNamed(name), 'assets/searches')
    }
    for (const code of pageLanguages()) {
      const { counts, letters, substitutionCounts } = findLanguage(code)
      addresses.languages[code] = [await add(await counts(), 'assets/searches/languages')]
      // A substitution is searched over a to z alone here.
      for (const search of (letters === undefined && (await substitutionCounts?.())) || []) {
        addresses.languages[code].push(await add(search, 'assets/searches/languages'))
      }
    }
  }
  return {
    name: 'runnel:model-files',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      await gather()
      return `export const modelFiles = ${JSON.stringify(addresses)}`
    },
    async generateBundle() {
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        await gather()
        const bytes = files.get((request.url ?? '').slice(1))
        if (!bytes) return next()
        response.setHeader('Content-Type', 'application/octet-stream')
        response.end(bytes)
      })
    },
  }
}
