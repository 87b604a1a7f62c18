import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Packed, packAll, published } from './packed.ts'

const names = published.map((folder) =>
  folder === 'apps/cli' ? '@runnel/cli' : `@runnel/${path.basename(folder)}`,
)
let packed: Map<string, Packed>
beforeAll(() => {
  packed = new Map(packAll().map((one) => [one.name, one]))
}, 120_000)

const get = (name: string): Packed => {
  const one = packed.get(name)
  if (!one) throw new Error(`${name} was not packed`)
  return one
}

describe.each(names)('%s', (name) => {
  test('holds what it should and nothing else', () => {
    const { tarball } = get(name)
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
    expect(files).toEqual(
      expect.arrayContaining(['package/package.json', 'package/README.md', 'package/LICENSE']),
    )
    expect(
      files.filter((file) => !/^package\/(package\.json|README\.md|LICENSE|dist\/|cards\/)/.test(file)),
    ).toEqual([])
    const manifest = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
    expect(manifest).not.toMatch(/"(workspace|catalog):|\.\/src\//)
    expect(JSON.parse(manifest)).toMatchObject({ license: 'MIT', type: 'module', sideEffects: false })
  })

  test('publint finds nothing to say', async () => {
    const { bytes } = get(name)
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const { messages, pkg } = await publint({ pack: { tarball } })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('types resolve as the code does, for importers of ES modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(get(name).bytes)))
    expect(result.types).not.toBe(false)
    // Packages are ES modules only: resolution of old, and of `require`, is not for them.
    const problems = 'problems' in result ? result.problems : []
    const ours = problems.filter(
      (problem) =>
        !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
    )
    expect(ours.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([])
  })
})

describe('installed into an empty folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'runnel-installed-'))
  const run = (command: string, words: string[], input = ''): string =>
    execFileSync(command, words, { cwd: folder, encoding: 'utf8', input })

  beforeAll(() => {
    writeFileSync(
      path.join(folder, 'package.json'),
      '{ "name": "consumer", "private": true, "type": "module" }',
    )
    const tarballs = names.map((name) => get(name).tarball)
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs, 'rxjs@7.8.2'])
  }, 240_000)

  test.each([
    ['core', ['gdwd 100']],
    ['rnn-model', ['d', 'a', 't', 'a']],
    ['decipher', ['I Like ', 'Apples', 'data']],
    ['models', ['caesar-3', 'scalar']],
    ['rx-operators', ['I Like ', 'Apples']],
  ])('the example in the README of %s runs', (name, lines) => {
    const readme = readFileSync(path.join(folder, `node_modules/@runnel/${name}/README.md`), 'utf8')
    const code = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    writeFileSync(path.join(folder, `${name}.js`), code)
    expect(run(process.execPath, [`${name}.js`]).split('\n')).toEqual([...lines, ''])
  })

  test('the program runs', () => {
    expect(run('npx', ['--no-install', 'runnel', 'decipher'], 'L Olnh Dssohv')).toBe('I Like Apples')
    expect(
      run('npx', ['--no-install', 'runnel', 'encipher', '--cipher', 'caesar', '--key', '3'], 'data'),
    ).toBe('gdwd')
  })

  test.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('types are found under moduleResolution %s', (moduleResolution, module) => {
    const source = `import { createDecipherer, type DecipherEvent } from '@runnel/decipher'
import { caesar3 } from '@runnel/models/caesar-3'
import { loadModel } from '@runnel/rnn-model'
import { decipherEvents } from '@runnel/rx-operators'
import { of } from 'rxjs'
const decipherer = createDecipherer({ model: await loadModel(caesar3), cipher: 'caesar' })
of('gdwd').pipe(decipherEvents(decipherer)).subscribe((event: DecipherEvent) => event.start.toFixed())
// @ts-expect-error there is no such option
createDecipherer({ modle: 1 })
`
    writeFileSync(path.join(folder, 'consumer.ts'), source)
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', '']
    const tsc = path.join(import.meta.dirname, '../../../node_modules/.bin/tsc')
    expect(
      run(tsc, [...options, '--module', module, '--moduleResolution', moduleResolution, 'consumer.ts']),
    ).toBe('')
  })
})
