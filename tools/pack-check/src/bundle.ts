import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

/** A program as its users get it. */
export interface Bundle {
  /** Its files by name, and which of them it starts with. */
  files: Record<string, string>
  entry: string
  /** All of it, with what loads only when asked for. */
  text: string
  /** The part that loads at the start: the entry and all that it imports by a statement. */
  initial: string
  /** Imports from elsewhere, sooner or later. */
  imports: Metafile['outputs'][string]['imports']
  /** Imports from elsewhere at the start, by a statement. */
  importsAtStart: Metafile['outputs'][string]['imports']
}

/** Bundles and minifies a program that imports what is installed in `folder`. */
export const bundle = async (
  folder: string,
  code: string,
  external: readonly string[] = [],
  platform: 'neutral' | 'node' = 'neutral',
): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    write: false,
    metafile: true,
    splitting: true,
    outdir: '.',
    external: [...external],
    logLevel: 'silent',
  })
  const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]))
  const outputs = Object.entries(metafile.outputs)
  const entry = outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')
  if (!entry) throw new Error('esbuild gave no file')
  const atStart = new Set([entry[0]])
  for (const file of atStart) {
    for (const { path: to, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && to in metafile.outputs) atStart.add(to)
    }
  }
  return {
    files: Object.fromEntries(texts),
    entry: path.basename(entry[0]),
    text: [...texts.values()].join('\n'),
    initial: Array.from(atStart, (file) => texts.get(path.basename(file))).join('\n'),
    imports: outputs.flatMap(([, { imports }]) => imports),
    importsAtStart: Array.from(atStart, (file) => metafile.outputs[file]?.imports ?? [])
      .flat()
      .filter(({ kind }) => kind === 'import-statement'),
  }
}

/** Bytes after gzip. */
export const gzipped = (text: string | Uint8Array): number => gzipSync(text).length
