import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/** A program made into few files for browsers. */
export interface Bundle {
  /** The file to start with, and all files by name. */
  entry: string
  files: Record<string, string>
  /** Bytes, minified and gzipped, of what is loaded at once, and of what may be loaded later. */
  first: number
  later: number
  /** Every module that went in. */
  modules: string[]
}

const folder = path.dirname(import.meta.dirname)

/** Bundles a program given as text, as an app would: minified, tree-shaken. */
export const bundleOf = async (program: string, conditions: string[] = []): Promise<Bundle> => {
  const build = await rolldown({
    input: 'program',
    platform: 'browser',
    logLevel: 'silent',
    external: [/^node:/, /\.wasm$/, 'rxjs', /^hono/],
    resolve: conditions.length > 0 ? { conditionNames: [...conditions, 'import', 'module', 'default'] } : {},
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? path.join(folder, 'program.ts') : null),
        load: (id) => (id === path.join(folder, 'program.ts') ? program : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  const chunks = output.filter((part) => part.type === 'chunk')
  const sizeOf = (code: string): number => gzipSync(code, { level: 9 }).length
  const [entry, ...others] = chunks
  const statics = new Set(entry.imports)
  const first = [entry, ...others.filter((chunk) => statics.has(chunk.fileName))]
  const later = others.filter((chunk) => !statics.has(chunk.fileName))
  return {
    entry: entry.fileName,
    files: Object.fromEntries(chunks.map(({ fileName, code }) => [fileName, code])),
    first: first.reduce((sum, { code }) => sum + sizeOf(code), 0),
    later: later.reduce((sum, { code }) => sum + sizeOf(code), 0),
    modules: chunks.flatMap((chunk) => chunk.moduleIds),
  }
}

/** Bytes of a file, gzipped. */
export const gzippedFile = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length
