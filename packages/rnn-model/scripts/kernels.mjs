import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** The builds that are committed: everywhere, and where the machine knows relaxed SIMD. */
export const builds = ['plain', 'relaxed']

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

/** Compiles assembly/, or the trainer's kernels in assembly/train, to WebAssembly. The same compiler gives the same bytes on every machine. */
export const compileKernels = async (build) => {
  let binary
  const { error, stderr } = await asc.main(
    [
      build === 'train' ? 'assembly/train/index.ts' : 'assembly/index.ts',
      ...['--baseDir', folder, '--outFile', 'kernels.wasm', '--runtime', 'stub', '--initialMemory', '1'],
      ...['-O3', '--shrinkLevel', '1', '--converge', '--noAssert', '--enable', 'simd'],
      ...(build === 'relaxed' ? ['--enable', 'relaxed-simd'] : []),
    ],
    { readFile: readSource, writeFile: (_name, contents) => (binary = contents) },
  )
  if (error) throw new Error(`assembly/ does not compile: ${error.message}\n${stderr.toString()}`)
  return binary
}
