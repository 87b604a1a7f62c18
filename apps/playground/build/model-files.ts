import { createHash } from 'node:crypto'
import { findCounts, findModel } from '@runnel/models'
import { bytesOf } from '@runnel/rnn-model'
import type { Plugin } from 'vite'

const NAME = 'virtual:model-files'

/**
 * Writes the model and its counts beside the page, each under a name that holds its digest, and tells the page where they
 * are: as files they are fetched once, kept for good, and a third smaller than inside a script.
 */
export const modelFiles = (model: string): Plugin => {
  const files = new Map<string, Uint8Array>()
  const addresses: Record<string, string> = {}
  const gather = async (): Promise<void> => {
    if (files.size > 0) return
    for (const [kind, embedded] of [
      ['model', await findModel(model)],
      ['counts', await findCounts(model)],
    ] as const) {
      const bytes = await bytesOf(embedded)
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
      const file = `assets/${embedded.name}-${digest}.runnel`
      files.set(file, bytes)
      addresses[kind] = `/${file}`
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
