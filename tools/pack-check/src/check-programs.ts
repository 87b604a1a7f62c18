import { expect, test } from 'vitest'
import type { Workbench } from './workbench.ts'

const program = `
import { createDecipherer, createDecipherStream, finalText } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { decipher } from '@runnel/rx-operators'
import { from, lastValueFrom, reduce } from 'rxjs'

const decipherer = createDecipherer({ model: await loadModel(caesar3) })
const chunks = ['L Ol', 'nh Ds', '', 'sohv']

const session = decipherer.createSession()
console.log(finalText([...chunks.flatMap((chunk) => session.push(chunk)), ...session.flush()]))

let streamed = ''
for await (const text of ReadableStream.from(chunks).pipeThrough(createDecipherStream(decipherer))) streamed += text
console.log(streamed)

console.log(await lastValueFrom(from(chunks).pipe(decipher(decipherer), reduce((all, text) => all + text, ''))))
`

const rxjs9 = `
import { createDecipherer } from '@runnel/decipher'
import { decipher } from '@runnel/rx-operators/observable'
import { ColdObservable } from 'rxjs-9'
import { pipe } from 'rxjs-9/pipe'

const decipherer = createDecipherer({ cipher: 'caesar', key: '3' })
const source = new ColdObservable((subscriber) => {
  for (const chunk of ['L Ol', 'nh Ds', '', 'sohv']) subscriber.next(chunk)
  subscriber.complete()
})
let text = ''
source[pipe](decipher(decipherer)).subscribe({
  next(part) {
    text += part
  },
  complete: () => console.log(text),
})
`

/** Tests that plain JavaScript and the command line work from the project that installed them. */
export const checkPrograms = (workbench: Workbench): void => {
  test('session, stream and operator decipher in plain Node', () => {
    workbench.write('program.js', program)
    const plaintext = 'I Like Apples\n'
    expect(workbench.run(process.execPath, ['program.js'])).toBe(plaintext.repeat(3))
  })

  test('the operator of RxJS 9 deciphers in plain Node', () => {
    workbench.write('rxjs9.js', rxjs9)
    expect(workbench.run(process.execPath, ['rxjs9.js'])).toBe('I Like Apples\n')
  })

  const runnel = (words: readonly string[], input: string): string =>
    workbench.run('npx', ['--no-install', 'runnel', ...words], input)

  test('runnel deciphers', () => {
    expect(runnel(['decipher'], 'gdwd\n')).toBe('data\n')
  })

  test('runnel enciphers', () => {
    expect(runnel(['encipher', '--cipher', 'caesar', '--key', '3'], 'I Like Apples')).toBe('L Olnh Dssohv')
  })
}
