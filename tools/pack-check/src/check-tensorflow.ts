import path from 'node:path'
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { namesTensorflow } from './names-tensorflow.ts'
import type { Manifest } from './published.ts'
import type { Workbench } from './workbench.ts'

/** The entry that brings TensorFlow.js. */
const training = ['@runnel/rnn-model/tfjs']

/** Tests that TensorFlow.js is behind the door named after it, and behind no other. */
export const checkTensorflow = ({ project }: Workbench, manifests: readonly Manifest[]): void => {
  const entriesOf = ({ name, publishConfig }: Manifest): string[] =>
    Object.keys(publishConfig?.exports ?? {}).map((key) => path.posix.join(name, key))
  const elsewhere = (manifest: Manifest): string[] =>
    Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter(
      (name) => !name.startsWith('@runnel/'),
    )
  const libraries = manifests.filter(({ name }) => name !== '@runnel/cli')
  const external = [...new Set(libraries.flatMap(elsewhere))]
  const entries = libraries.flatMap(entriesOf)
  const text = async (entry: string): Promise<string> =>
    (await bundle(project, `export * from '${entry}'`, external)).text

  test.each(entries.filter((entry) => !training.includes(entry)))('is not in %s', async (entry) => {
    expect(namesTensorflow(await text(entry))).toBe(false)
  })

  test.each(training)('is in %s, so that its absence elsewhere means something', async (entry) => {
    expect(entries).toContain(entry)
    expect(namesTensorflow(await text(entry))).toBe(true)
  })

  test('is loaded by the command line only when it trains or asks the lab', async () => {
    const manifest = manifests.find(({ name }) => name === '@runnel/cli')
    if (!manifest) throw new Error('there is no command line')
    const apart = [...training, ...elsewhere(manifest)]
    const { imports, importsAtStart } = await bundle(project, "export * from '@runnel/cli'", apart, 'node')
    const isTensorflow = ({ path: name }: { path: string }) =>
      namesTensorflow(name) || training.includes(name)
    expect(imports.filter(isTensorflow).length).toBeGreaterThan(0)
    expect(importsAtStart.length).toBeGreaterThan(0)
    expect(importsAtStart.filter(isTensorflow)).toEqual([])
  })
}
