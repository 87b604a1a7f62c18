import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

// Run inside a package: its entries are what its package.json exports and imports, and its programs.
const {
  name = '',
  exports = {},
  imports = {},
  bin = {},
  devDependencies = {},
} = JSON.parse(readFileSync('package.json', 'utf8'))
/** A name leads to one file, or to one for each condition. */
const filesIn = (map: object): string[] =>
  Object.values(map).flatMap((file) => (typeof file === 'string' ? [file] : filesIn(file)))
const files = [exports, imports, bin].flatMap(filesIn)
const nameOf = (file: string): string => file.replace(/^\.\/src\//, '').replace(/\.ts$/, '')
// What differs by condition (`#name`) and what a Worker imports as a module stay imports in what is packed.
const stays = (id: string): boolean => id in imports || id.endsWith('.wasm')

export default defineConfig({
  entry: Object.fromEntries(files.map((file) => [nameOf(file), file])),
  format: 'esm',
  // For Node is what has its types; all else runs anywhere.
  platform: '@types/node' in devDependencies ? 'node' : 'neutral',
  target: 'es2022',
  dts: { generator: 'oxc' },
  cwd: process.cwd(),
  fixedExtension: false,
  // With the sources inside. Weights are their own source, and would be there twice.
  sourcemap: name !== '@runnel/models',
  plugins: [
    {
      name: 'stays',
      resolveId: { order: 'pre', handler: (id) => (stays(id) ? { id, external: true } : null) },
    },
  ],
  copy: Object.keys(imports).length > 0 ? [{ from: 'src/**/*.wasm', to: 'dist', flatten: false }] : [],
})
