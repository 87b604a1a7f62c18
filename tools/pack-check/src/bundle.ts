import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'

/** A program as its users get it. */
export interface Bundle {
  text: string
  /** What it imports from elsewhere, and how. */
  imports: Metafile['outputs'][string]['imports']
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
    external: [...external],
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild gave no file')
  return { text: file.text, imports: Object.values(metafile.outputs).flatMap(({ imports }) => imports) }
}

/** Bytes after gzip. */
export const gzipped = (text: string | Uint8Array): number => gzipSync(text).length
