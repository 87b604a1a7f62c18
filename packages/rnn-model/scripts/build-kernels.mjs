// Writes the kernels beside the code that loads them: as .wasm for Workers, in hexadecimal, which gzip makes small again, elsewhere.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { builds, compileKernels } from './kernels.mjs'

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src')
const writeHexadecimal = (folder, build, bytes) => {
  mkdirSync(path.join(source, folder), { recursive: true })
  writeFileSync(
    path.join(source, folder, `${build}.wasm.ts`),
    `/** Kernels compiled from assembly/ by \`pnpm run kernels\`, in hexadecimal: do not edit. */
export const hexadecimal: string =
  '${Buffer.from(bytes).toString('hex')}'
`,
  )
  console.log(`${build}: ${bytes.length} bytes`)
}

const folder = 'engine/wasm/generated'
for (const build of builds) {
  const bytes = await compileKernels(build)
  writeHexadecimal(folder, build, bytes)
  writeFileSync(path.join(source, folder, `${build}.wasm`), bytes)
}
writeHexadecimal('train/generated', 'train', await compileKernels('train'))
