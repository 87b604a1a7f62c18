import { cpSync, existsSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vitepress'
import { gatherDocuments } from './gather.ts'
import { llmsText } from './llms.ts'
import { sections } from './pages.ts'
import { writeApi } from './write-api.ts'

const config = {
  title: 'Runnel',
  description: 'Deciphers text while it streams',
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      ...sections.map(({ text, pages }) => ({
        text,
        items: pages.map(([file, title]) => ({ text: title, link: `/${file}` })),
      })),
      { text: 'API', link: '/api/' },
    ],
    socialLinks: [{ icon: 'github', link: 'https://github.com/runnel-streams/runnel' }],
  },
}

/**
 * Makes the website in a folder, and gives the folder of its pages: each of them as Markdown too, all listed in `llms.txt`.
 *
 * @throws Error when a link leads nowhere
 */
export const makeSite = async (folder: string): Promise<string> => {
  gatherDocuments(folder)
  await writeApi(path.join(folder, 'api'))
  mkdirSync(path.join(folder, '.vitepress'), { recursive: true })
  writeFileSync(path.join(folder, '.vitepress/config.mjs'), `export default ${JSON.stringify(config)}\n`)
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  // Pages are built from where they lie, and import Vue.
  const modules = path.join(import.meta.dirname, '../node_modules')
  const link = path.join(folder, 'node_modules')
  if (!existsSync(link)) symlinkSync(modules, link)
  await build(folder)
  const pages = path.join(folder, '.vitepress/dist')
  writeFileSync(path.join(pages, 'llms.txt'), llmsText())
  const exclude = ['node_modules/**', '.vitepress/**']
  for (const file of globSync('**/*.md', { cwd: folder, exclude })) {
    cpSync(path.join(folder, file), path.join(pages, file))
  }
  return pages
}
