import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './published.ts'
import type { Workbench } from './workbench.ts'

const source = `
import { type Cipher, createCaesar } from '@runnel/core'
import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { catalog } from '@runnel/models'
import { caesar3 } from '@runnel/models/caesar-3'
import { recipes } from '@runnel/models/recipes'
import { loadModel } from '@runnel/rnn-model'
import { decipherEvents } from '@runnel/rx-operators'
import { of } from 'rxjs'
const decipherer = createDecipherer({ model: await loadModel(caesar3), cipher: 'caesar' })
of('gdwd').pipe(decipherEvents(decipherer)).subscribe((event: DecipherEvent) => event.start.toFixed())
export const cipher: Cipher<{ shift: number }> = createCaesar()
export { catalog, recipes }
// @ts-expect-error there is no such option
createDecipherer({ modle: 1 })
`

/** Tests that a consumer's TypeScript finds the types of what it installed. */
export const checkTypes = (workbench: Workbench): void => {
  test.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('are found under moduleResolution %s', (moduleResolution, module) => {
    workbench.write('consumer.ts', source)
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', '']
    const words = [...options, '--module', module, '--moduleResolution', moduleResolution, 'consumer.ts']
    expect(workbench.run(path.join(root, 'node_modules/.bin/tsc'), words)).toBe('')
  })
}
