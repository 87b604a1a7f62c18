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

/** Tests that plain JavaScript and the command line work from the project that installed them. */
export const checkPrograms = (workbench: Workbench): void => {
  test('session, stream and operator decipher in plain Node', () => {
    workbench.write('program.js', program)
    const plaintext = 'I Like Apples\n'
    expect(workbench.run(process.execPath, ['program.js'])).toBe(plaintext.repeat(3))
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
