import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build as buildWithEsbuild } from 'esbuild'
import { build as buildWithVite } from 'vite'
import { expect, test } from 'vitest'
import type { Workbench } from './workbench.ts'

const program = `
import { createDecipherer, decipherIterable } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { decipher } from '@runnel/rx-operators'
import { decipher as decipherWeb } from '@runnel/rx-operators/observable'
import { from } from 'rxjs'

const model = await loadModel(caesar3)
const decipherer = createDecipherer({ model })
from(['L Olnh ', 'Dssohv']).pipe(decipher(decipherer)).subscribe((text) => console.log(text))
for await (const text of decipherIterable(decipherer, ['gdwd'])) console.log(text)
console.log(typeof decipherWeb(decipherer), model.engine, model.memory.states)
`
const printed = ['I Like ', 'Apples', 'data', 'function wasm-int8 0', '']

/** Tests that programs bundled by esbuild and Vite, as a user would, run. */
export const checkBundles = (workbench: Workbench): void => {
  const folder = path.join(workbench.project, 'bundles')
  const run = (file: string) => workbench.run(process.execPath, [file]).split('\n')
  const prepare = (name: string): string => {
    mkdirSync(path.join(folder, name), { recursive: true })
    writeFileSync(path.join(folder, name, 'main.js'), program)
    return path.join(folder, name)
  }

  test('esbuild', async () => {
    const root = prepare('esbuild')
    const outfile = path.join(root, 'out.mjs')
    await buildWithEsbuild({
      entryPoints: [path.join(root, 'main.js')],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      outfile,
      logLevel: 'silent',
    })
    expect(run(outfile)).toEqual(printed)
  })

  test('Vite', async () => {
    const root = prepare('vite')
    writeFileSync(path.join(root, 'index.html'), '<script type="module" src="./main.js"></script>')
    // The helper that preloads modules wants a document; the program itself does not.
    await buildWithVite({
      root,
      configFile: false,
      logLevel: 'silent',
      build: { modulePreload: false, target: 'es2022' },
    })
    const assets = path.join(root, 'dist/assets')
    writeFileSync(path.join(root, 'dist/package.json'), '{ "type": "module" }')
    const entry = readdirSync(assets).find((file) => file.startsWith('index-')) ?? ''
    expect(run(path.join(assets, entry))).toEqual(printed)
  })
}
