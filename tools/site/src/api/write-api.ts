import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Application } from 'typedoc'
import { root } from '../root.ts'
import { arrangeByTask } from './by-task.ts'
import { listEntries } from './entries.ts'
import { headings } from './tasks.ts'

/** Writes a page in Markdown for each entry, from its docblocks. @throws Error when that fails */
export const writeApi = async (folder: string): Promise<void> => {
  const entries = listEntries()
  const application = await Application.bootstrapWithPlugins({
    entryPoints: entries.map(({ source }) => source),
    plugin: ['typedoc-plugin-markdown'],
    tsconfig: path.join(root, 'tools/site/tsconfig.api.json'),
    readme: 'none',
    entryFileName: 'index',
    outputFileStrategy: 'modules',
    out: folder,
    cleanOutputDir: false,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    excludeInternal: true,
    excludeExternals: true,
    categorizeByGroup: false,
    categoryOrder: [...headings],
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    classPropertiesFormat: 'table',
    useCodeBlocks: true,
    tableColumnSettings: { hideSources: true, hideInherited: true, hideOverrides: true },
    logLevel: 'Error',
    // The workspace is compiled elsewhere, by another version of the compiler.
    skipErrorChecking: true,
  } as Parameters<typeof Application.bootstrapWithPlugins>[0])
  arrangeByTask(application, entries)
  const project = await application.convert()
  if (!project) throw new Error('no API could be read')
  await application.generateOutputs(project)
  if (application.logger.hasErrors()) throw new Error('the API could not be written')
  const numbered = entries.map(({ name }) => name).filter((name) => takeName(folder, name))
  for (const file of globSync('**/*.md', { cwd: folder })) {
    const page = path.join(folder, file)
    const text = numbered.reduce(
      (words, name) =>
        words.replaceAll(`${path.posix.basename(name)}-1.md`, `${path.posix.basename(name)}.md`),
      readFileSync(page, 'utf8'),
    )
    writeFileSync(page, asUsersSeeIt(text))
  }
}

/** Gives an entry's page the name that it has at home, where TypeDoc counted it because an export is called like it. */
const takeName = (folder: string, name: string): boolean => {
  const [counted, wanted] = [`${name}-1.md`, `${name}.md`].map((file) => path.join(folder, file))
  if (existsSync(wanted) || !existsSync(counted)) return false
  renameSync(counted, wanted)
  return true
}

/** Calls entries what their users call them: `@runnel/core` where TypeDoc has `core`. */
export const asUsersSeeIt = (page: string): string =>
  page
    .replace(/^# (?!runnel)([\w-]+(\/[\w-]+)*)$/m, '# @runnel/$1')
    .replaceAll(/^- \[([\w-]+(?:\/[\w-]+)*)\]\(/gm, '- [@runnel/$1](')
