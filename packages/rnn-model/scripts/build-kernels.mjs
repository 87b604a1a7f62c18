// Writes the kernels beside the code that loads them: as .wasm for Workers, deflated and in base 64 for everywhere else.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { builds, compileKernels } from './kernels.mjs'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../src/engine/wasm/generated')
mkdirSync(folder, { recursive: true })
for (const build of builds) {
  const bytes = await compileKernels(build)
  writeFileSync(path.join(folder, `${build}.wasm`), bytes)
  writeFileSync(
    path.join(folder, `${build}.wasm.ts`),
    `/** Kernels compiled from assembly/ by \`pnpm run kernels\`, deflated, in base 64: do not edit. */
export const base64: string =
  '${deflateSync(bytes, { level: 9 }).toString('base64')}'
`,
  )
  console.log(`${build}: ${bytes.length} bytes`)
}
