import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Formats of weights, by their number in assembly/layout.as. */
const formats = ['float32', 'int16', 'int8']

/**
 * The builds that are committed: a program loads what it runs and nothing else. `int8` and `int8-relaxed` give the
 * same bits, the one in plain SIMD.
 */
export const builds = ['int8-relaxed', 'int8', 'int16', 'float32', 'float32-relaxed']

/** The other programs: the trainer's kernels and those of graphs of layers, in float32; those that search for keys, in integers. */
const programs = {
  train: 'assembly/train/index.ts',
  graph: 'assembly/graph/index.ts',
  search: 'assembly/search/index.ts',
}

/**
 * The sources are called .as, since tools for TypeScript trip over decorators of functions; the compiler asks for .ts.
 */
const readSource = (name, base) => {
  try {
    return readFileSync(path.join(base, name.replace(/\.ts$/, '.as')), 'utf8')
  } catch {
    return null
  }
}

/** Compiles assembly/, or one of the other programs in its folders, to WebAssembly. The same compiler gives the same bytes on every machine. */
export const compileKernels = async (build) => {
  let binary
  const [format, relaxed] = build.split('-')
  const { error, stderr } = await asc.main(
    [
      programs[build] ?? 'assembly/index.ts',
      ...['--baseDir', folder, '--outFile', 'kernels.wasm', '--runtime', 'stub', '--initialMemory', '1'],
      ...['-O3', '--shrinkLevel', '1', '--converge', '--noAssert', '--enable', 'simd'],
      ...(relaxed ? ['--enable', 'relaxed-simd'] : []),
      ...(build === 'train' ? [] : ['--use', `FORMAT=${Math.max(0, formats.indexOf(format))}`]),
      ...(build === 'train' ? [] : ['--use', `PRECISE=${Number(build === 'graph')}`]),
    ],
    { readFile: readSource, writeFile: (_name, contents) => (binary = contents) },
  )
  if (error) throw new Error(`assembly/ does not compile: ${error.message}\n${stderr.toString()}`)
  return binary
}

/**
 * Kernels as printable ASCII, which src/kernel-text.ts reads again: a character a byte, behind one or two marks where
 * 87 characters are too few. Most bytes of these kernels need no mark, and gzip sees whole bytes again.
 */
export const kernelsAsText = (bytes) =>
  Array.from(bytes, (byte) => {
    const place = (byte + 7) % 256
    return '!'.repeat(place / 87) + String.fromCharCode(40 + (place % 87))
  }).join('')
