import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from './published.ts'
import type { Workbench } from './workbench.ts'

const source = `
import { createClient, type SessionEvent } from '@runnel/client'
import { type Cipher, createCaesar } from '@runnel/core'
import { createDecipherer, createDecipherStream, type DecipherEvent, decipherIterable, decipherResponse } from '@runnel/decipher'
import { decipher as decipherMiddleware } from '@runnel/hono'
import { type AnsweredQuestion, answerQuestion, questions } from '@runnel/lab'
import { catalog } from '@runnel/models'
import { caesar3 } from '@runnel/models/caesar-3'
import { recipes } from '@runnel/models/recipes'
import { loadModel } from '@runnel/rnn-model'
import { decipherEvents, fromReadable, toReadable } from '@runnel/rx-operators'
import { decipher, type ObservableOperator } from '@runnel/rx-operators/observable'
import { Hono } from 'hono'
import { from, mergeMap, of } from 'rxjs'
const decipherer = createDecipherer({ model: await loadModel(caesar3), cipher: 'caesar' })
of('gdwd').pipe(decipherEvents(decipherer)).subscribe((event: DecipherEvent) => event.start.toFixed())
export const cipher: Cipher<{ shift: number }> = createCaesar()
export { catalog, questions, recipes }
export const answered: Promise<AnsweredQuestion> = answerQuestion('gates', { seed: 2 })
const text: ReadableStream<string> = toReadable(of('gdwd')).pipeThrough(createDecipherStream(decipherer))
fromReadable(() => text).subscribe((part: string) => part.length)
for await (const part of decipherIterable(decipherer, ['gdwd'])) part.length
export const operator: ObservableOperator<string | Uint8Array, string> = decipher(decipherer)
for await (const event of createClient({ url: 'http://service' }).resumeSession({ id: '', token: '' }).events) {
  const known: SessionEvent = event
  if (known.type === 'gap') known.id.trim()
  else known.start.toFixed()
}
of('gdwd').pipe(mergeMap(() => from(createClient({ url: 'http://service' }).decipher('gdwd')))).subscribe((text: string) => text.length)
export const app = new Hono().post('/', decipherMiddleware({ decipherer }))
export const answer: Response = decipherResponse(new Request('http://service'), decipherer)
// @ts-expect-error there is no such option
createDecipherer({ modle: 1 })
`

/** Compilers by name: that of the workspace, and the last one written in JavaScript. */
const compilers: Record<string, string> = {
  typescript: path.join(root, 'node_modules/typescript/bin/tsc'),
  'typescript-5.9': path.join(root, 'tools/pack-check/node_modules/typescript-5.9/bin/tsc'),
}

/** Tests that a consumer's TypeScript finds the types of what it installed. */
export const checkTypes = (workbench: Workbench): void => {
  test.each([
    ['typescript', 'nodenext', 'nodenext'],
    ['typescript', 'bundler', 'esnext'],
    ['typescript-5.9', 'nodenext', 'nodenext'],
    ['typescript-5.9', 'bundler', 'esnext'],
  ])('are found by %s under moduleResolution %s', (compiler, moduleResolution, module) => {
    workbench.write('consumer.ts', source)
    // What TypeScript itself brings is sound.
    const lib = { lib: ['es2023', 'dom'], skipDefaultLibCheck: true }
    const options = { noEmit: true, strict: true, target: 'es2023', types: [], ...lib }
    const config = { files: ['consumer.ts'], compilerOptions: { ...options, module, moduleResolution } }
    workbench.write('tsconfig.json', JSON.stringify(config))
    const tsc = compilers[compiler]
    expect(workbench.run(process.execPath, [tsc])).toBe('')
  })
}
