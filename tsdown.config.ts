import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

// Run inside a package: its entries are what its package.json exports, and its programs.
const { exports = {}, bin = {} } = JSON.parse(readFileSync('package.json', 'utf8'))
const files = [...Object.values<string>(exports), ...Object.values<string>(bin)]
const nameOf = (file: string): string => file.replace(/^\.\/src\//, '').replace(/\.ts$/, '')

export default defineConfig({
  entry: Object.fromEntries(files.map((file) => [nameOf(file), file])),
  format: 'esm',
  platform: Object.keys(bin).length > 0 ? 'node' : 'neutral',
  target: 'es2022',
  dts: { generator: 'oxc' },
  cwd: process.cwd(),
  fixedExtension: false,
})
