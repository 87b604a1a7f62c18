import path from 'node:path'
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { namesTensorflow } from './names-tensorflow.ts'
import type { Manifest } from './published.ts'
import type { Workbench } from './workbench.ts'

/** The entry that brings TensorFlow.js. */
const training = ['@runnel/rnn-model/tfjs']
/** Packages that draw for the commands that train, ask or show a terminal. */
const drawing = ['cli-progress', 'd3-scale', 'd3-shape', 'log-update']
/** Packages for Node, which load it when they are asked for what needs it. */
const forNode = ['@runnel/lab', '@runnel/cli']

/** Tests that TensorFlow.js is behind the door named after it, and behind no other. */
export const checkTensorflow = ({ project }: Workbench, manifests: readonly Manifest[]): void => {
  const entriesOf = ({ name, publishConfig }: Manifest): string[] =>
    Object.keys(publishConfig?.exports ?? {}).map((key) => path.posix.join(name, key))
  const elsewhere = (manifest: Manifest): string[] =>
    Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter(
      (name) => !name.startsWith('@runnel/'),
    )
  const libraries = manifests.filter(({ name }) => !forNode.includes(name))
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

  const importsOf = (name: string) => {
    const manifest = manifests.find((one) => one.name === name)
    if (!manifest) throw new Error(`there is no ${name}`)
    const apart = [...training, ...drawing, ...elsewhere(manifest)]
    const code = entriesOf(manifest).map((entry) => `export * from '${entry}'`)
    return bundle(project, code.join('\n'), apart, 'node')
  }

  test.each(forNode)('is loaded by %s only when training or a question needs it', async (name) => {
    const { imports, importsAtStart } = await importsOf(name)
    const isTensorflow = ({ path: name }: { path: string }) =>
      namesTensorflow(name) || training.includes(name)
    expect(imports.filter(isTensorflow).length).toBeGreaterThan(0)
    expect(importsAtStart.length).toBeGreaterThan(0)
    expect(importsAtStart.filter(isTensorflow)).toEqual([])
  })

  test('nor does the command line load at once what draws charts, bars and screens', async () => {
    const { imports, importsAtStart } = await importsOf('@runnel/cli')
    const names = (all: typeof imports): string[] => all.map(({ path: name }) => name)
    expect(names(imports)).toEqual(expect.arrayContaining(drawing))
    expect(names(importsAtStart).filter((name) => drawing.includes(name))).toEqual([])
  })
}
