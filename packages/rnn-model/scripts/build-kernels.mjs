// Writes the kernels beside the code that loads them: as .wasm for Workers, as text elsewhere.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { builds, compileKernels, kernelsAsText } from './kernels.mjs'

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src')
const writeText = (folder, build, bytes) => {
  mkdirSync(path.join(source, folder), { recursive: true })
  writeFileSync(
    path.join(source, folder, `${build}.wasm.ts`),
    `/** Kernels compiled from assembly/ by \`pnpm run kernels\`, as text: do not edit. */
export const text: string =
  '${kernelsAsText(bytes).replaceAll('\\', '\\\\')}'
`,
  )
  console.log(`${build}: ${bytes.length} bytes`)
}

const write = async (folder, build) => {
  const bytes = await compileKernels(build)
  writeText(folder, build, bytes)
  writeFileSync(path.join(source, folder, `${build}.wasm`), bytes)
}

for (const build of builds) await write('engine/wasm/generated', build)
await write('graph/generated', 'graph')
await write('search/generated', 'search')
writeText('train/generated', 'train', await compileKernels('train'))
