import { cpSync, existsSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vitepress'
import { listEntries } from './api/entries.ts'
import { writeApi } from './api/write-api.ts'
import { gatherDocuments } from './gather.ts'
import { llmsText } from './llms.ts'
import { listSections } from './pages.ts'
import { placeDemo } from './place-demo.ts'

const tool = path.join(import.meta.dirname, '..')

/**
 * Makes the website in a folder, and gives the folder of its pages: each of them as Markdown too, all listed in `llms.txt`,
 * and the live demo under `demo`.
 *
 * @throws Error when a link leads nowhere
 */
export const makeSite = async (folder: string): Promise<string> => {
  gatherDocuments(folder)
  await Promise.all([writeApi(path.join(folder, 'api')), placeDemo(path.join(folder, 'public'))])
  const settings = path.join(folder, '.vitepress')
  mkdirSync(settings, { recursive: true })
  const config = JSON.stringify(path.join(tool, 'src/site-config.ts'))
  writeFileSync(
    path.join(settings, 'config.mjs'),
    `import { siteConfig } from ${config}\nexport default siteConfig()\n`,
  )
  cpSync(path.join(tool, 'theme'), path.join(settings, 'theme'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  // Pages are built from where they lie, and import Vue.
  const link = path.join(folder, 'node_modules')
  if (!existsSync(link)) symlinkSync(path.join(tool, 'node_modules'), link)
  await build(folder)
  const pages = path.join(settings, 'dist')
  writeFileSync(path.join(pages, 'llms.txt'), llmsText(listSections(), listEntries()))
  const exclude = ['node_modules/**', '.vitepress/**', 'public/**']
  for (const file of globSync('**/*.md', { cwd: folder, exclude })) {
    cpSync(path.join(folder, file), path.join(pages, file))
  }
  return pages
}
