import path from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { checkBundles } from './check-bundles.ts'
import { checkContents } from './check-contents.ts'
import { checkPrograms } from './check-programs.ts'
import { checkReadmes } from './check-readmes.ts'
import { checkSizes } from './check-sizes.ts'
import { checkTensorflow } from './check-tensorflow.ts'
import { checkTypes } from './check-types.ts'
import { checkWorker } from './check-worker.ts'
import { published, readManifest, root } from './published.ts'
import { createWorkbench } from './workbench.ts'

// One file, so that the packages are packed and installed once; each part of it is a module of its own.
const workbench = createWorkbench()
const manifests = published.map((folder) => readManifest(path.join(root, folder)))
afterAll(() => workbench.remove(), 60_000)
beforeAll(() => workbench.pack(), 120_000)

describe.each(manifests)('$name', (manifest) => checkContents(workbench, manifest))

describe('published to a registry, and installed from it into an empty folder', () => {
  beforeAll(() => workbench.install(), 240_000)

  describe('programs', () => checkPrograms(workbench))
  describe('READMEs', () => checkReadmes(workbench, manifests))
  describe('types', () => checkTypes(workbench))
  describe('bundles', () => checkBundles(workbench))
  describe('a Worker of them', () => checkWorker(workbench))
  describe('ceilings, in bytes after minifying and gzip', () => checkSizes(workbench))
  describe('tensorflow', () => checkTensorflow(workbench, manifests))
})
