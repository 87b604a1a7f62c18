import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, test } from 'vitest'
import { gzipped } from './bundle.ts'
import { type Manifest, promisedFiles, root } from './published.ts'
import { runCommand } from './run-command.ts'
import type { Workbench } from './workbench.ts'

/** Tests what one tarball holds, what its package.json says, and that others' linters find no fault. */
export const checkContents = (workbench: Workbench, manifest: Manifest): void => {
  const { name } = manifest
  const read = (file: string): string =>
    runCommand('tar', ['-xzOf', workbench.get(name).tarball, `package/${file}`])
  const bytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(workbench.get(name).tarball))

  test('holds what it should and nothing else', () => {
    const list = runCommand('tar', ['-tzf', workbench.get(name).tarball])
      .trim()
      .split('\n')
    const files = list.map((file) => file.replace(/^package\//, ''))
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', ...promisedFiles(manifest)]),
    )
    const allowed =
      /^(package\.json|README\.md|LICENSE|cards\/[\w-]+\.(md|svg)|dist\/.+(?<!\.test)(?<!\.test-d)\.(d\.ts|js|js\.map|wasm))$/
    expect(files.filter((file) => !allowed.test(file))).toEqual([])
    expect(read('LICENSE')).toBe(readFileSync(path.join(root, 'LICENSE'), 'utf8'))
  })

  test('has the source of each file of code in a map, within 406 KiB gzipped', () => {
    const files = runCommand('tar', ['-tzf', workbench.get(name).tarball])
      .trim()
      .split('\n')
    const code = files.filter((file) => file.endsWith('.js'))
    const maps = files.filter((file) => file.endsWith('.js.map'))
    // Weights are their own source.
    if (name === '@runnel/models') return expect(maps).toEqual([])
    // A file that only passes on what others export has none.
    expect(maps.length).toBeGreaterThan(0)
    expect(maps.filter((file) => !code.includes(file.replace(/\.map$/, '')))).toEqual([])
    const texts = maps.map((file) => read(file.replace(/^package\//, '')))
    for (const text of texts) expect(JSON.parse(text).sourcesContent).not.toContain(null)
    expect(gzipped(texts.join(''))).toBeLessThanOrEqual(406 * 1024)
  })

  test('is built when it is packed', () => {
    expect(manifest.scripts?.prepack).toMatch(/^turbo run build/)
  })

  test('says what it is and where it comes from, with nothing of the workspace left', () => {
    const text = read('package.json')
    expect(text).not.toMatch(/"(workspace|catalog|link|file):|\.\/src\//)
    const repository = 'https://github.com/runnel-streams/runnel'
    const { keywords, ...packed } = JSON.parse(text)
    expect(keywords.length).toBeGreaterThan(2)
    expect(packed).toMatchObject({
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      homepage: expect.stringContaining(repository),
      bugs: `${repository}/issues`,
      repository: { url: `git+${repository}.git`, directory: expect.stringMatching(/^(packages|apps)\//) },
      exports: manifest.publishConfig?.exports,
      ...(manifest.publishConfig?.bin && { bin: manifest.publishConfig.bin }),
    })
  })

  test('publint finds nothing to say', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: bytes().buffer } })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('types resolve as the code does, for importers of ES modules', async () => {
    const result = await checkPackage(createPackageFromTarballData(bytes()))
    if (!('problems' in result)) throw new Error(`${name} has no types`)
    expect(Object.keys(result.entrypoints)).toEqual(Object.keys(manifest.publishConfig?.exports ?? {}))
    // Packages are ES modules only: resolution of old, and of `require`, is not for them.
    const problems = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
    )
    expect(problems).toEqual([])
  })
}
