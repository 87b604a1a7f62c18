import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Manifest } from './published.ts'
import type { Workbench } from './workbench.ts'

/** Lines that the first example in each package's README prints. */
const printed: Record<string, readonly string[]> = {
  '@runnel/client': ['?cipher=caesar&key=3'],
  '@runnel/core': ['gdwd 100'],
  '@runnel/rnn-model': ['d', 'a', 't', 'a'],
  '@runnel/decipher': ['The morning was ', 'cold.', 'caesar { shift: 7 }', 'The morning was cold.'],
  '@runnel/hono': ['The morning was cold.', "{ note: 'The morning was cold.' }"],
  '@runnel/lab': [
    'graph: a two-step RNN: values, loss and every derivative, found in three ways',
    'vanishing: why long dependencies are hard to learn, and how long is long',
    'gates: what the gates of a GRU do while it deciphers, and when they are worth their cost',
    'truncation: what is lost and won when gradients go back a few steps only',
    'caesar: what a recurrent net is good for against Caesar, and how to feed it',
  ],
  '@runnel/models': ['caesar-3', 'scalar'],
  '@runnel/rx-operators': ['I Like ', 'Apples'],
}

/** Patterns of what the commands in the command line's README print, in order. */
const answers = [
  /^The morning was cold$/,
  /^Hello world$/,
  /^The morning was cold$/,
  /^\{"cipher":"caesar","key":\{"shift":3\}.*"text":"Data and more data"\}\n$/,
  /^L Olnh Dssohv\n$/,
  /^Attack at dawn$/,
  /^Attack at dawn$/,
  /^ 1 +\d+\.\d\d % {2}caesar /,
  /^Cooking MC's like a pound of bacon$/,
  /^\.- - - \.- -\.-\. -\.- \/ \.- - /,
  /^Hi$/,
  /^caesar-3\b/m,
  /^graph\b/m,
  /--cipher/,
]

/** Tests that the examples in the READMEs, as installed, print what is expected. */
export const checkReadmes = (workbench: Workbench, manifests: readonly Manifest[]): void => {
  const fenced = (name: string, language: string): string[] => {
    const readme = readFileSync(path.join(workbench.project, 'node_modules', name, 'README.md'), 'utf8')
    const blocks = readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))
    return Array.from(blocks, ([, code = '']) => code)
  }

  test('of every library is run here', () => {
    const libraries = manifests.filter(({ name }) => name !== '@runnel/cli').map(({ name }) => name)
    expect(libraries.sort()).toEqual(Object.keys(printed).sort())
  })

  test.each(Object.entries(printed))('of %s', (name, lines) => {
    const [example = ''] = fenced(name, 'js')
    const file = `${path.basename(name)}-readme.js`
    workbench.write(file, example)
    expect(workbench.run(process.execPath, [file]).split('\n')).toEqual([...lines, ''])
  })

  test('of the command line', () => {
    const [, commands = ''] = fenced('@runnel/cli', 'sh')
    const lines = commands.trim().split('\n')
    expect(lines.length).toBe(answers.length)
    for (const [i, line] of lines.entries()) {
      const output = workbench.run('bash', ['-c', `set -o pipefail; PATH="node_modules/.bin:$PATH"; ${line}`])
      expect(output, line).toMatch(answers[i] ?? /^$/)
    }
  })
}
