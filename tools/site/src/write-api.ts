import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Application } from 'typedoc'
import { root } from './gather.ts'

/** Sources of the entries that packages export. */
export const entryPoints = (): string[] =>
  globSync('packages/*/package.json', { cwd: root })
    .sort()
    .flatMap((file) => {
      const { exports }: { exports: Record<string, string> } = JSON.parse(
        readFileSync(path.join(root, file), 'utf8'),
      )
      // Weights are data, and what is for tests is not for a website.
      const wanted = Object.entries(exports).filter(
        ([name, source]) => !source.endsWith('.weights.ts') && name !== './testing',
      )
      return wanted.map(([, source]) => path.join(root, path.dirname(file), source))
    })

/** Writes a page in Markdown for each entry, from its docblocks. @throws Error when that fails */
export const writeApi = async (folder: string): Promise<void> => {
  const application = await Application.bootstrapWithPlugins({
    entryPoints: entryPoints(),
    plugin: ['typedoc-plugin-markdown'],
    tsconfig: path.join(root, 'tools/site/tsconfig.api.json'),
    readme: 'none',
    entryFileName: 'index',
    outputFileStrategy: 'modules',
    out: folder,
    cleanOutputDir: false,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    disableSources: true,
    excludeInternal: true,
    logLevel: 'Error',
    // The workspace is compiled elsewhere, by another version of the compiler.
    skipErrorChecking: true,
  } as Parameters<typeof Application.bootstrapWithPlugins>[0])
  const project = await application.convert()
  if (!project) throw new Error('no API could be read')
  await application.generateOutputs(project)
  if (application.logger.hasErrors()) throw new Error('the API could not be written')
  for (const file of globSync('**/*.md', { cwd: folder })) {
    const page = path.join(folder, file)
    writeFileSync(page, withEntryNames(readFileSync(page, 'utf8')))
  }
}

/** Calls entries what their users call them: `@runnel/core` where TypeDoc has `core/src`. */
export const withEntryNames = (page: string): string =>
  page.replaceAll(
    /(^# |\[)([\w-]+)\/src(\/[\w-]+)?(?=$|\])/gm,
    (_, lead: string, name: string, entry = '') => `${lead}@runnel/${name}${entry}`,
  )
