import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listGuides, type Page } from './pages.ts'
import { root } from './root.ts'

const repository = 'https://github.com/runnel-streams/runnel/blob/main'

/** Copies the documents to where the site is made; links that lead out of docs/ go to the repository. */
export const gatherDocuments = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const docs = path.join(root, 'docs')
  for (const file of globSync('**/*.{md,svg,png}', { cwd: docs })) {
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    if (!file.endsWith('.md')) cpSync(path.join(docs, file), target)
    else writeFileSync(target, withLinks(readFileSync(path.join(docs, file), 'utf8'), path.dirname(file)))
  }
  const home = path.join(folder, 'index.md')
  writeFileSync(home, asHome(readFileSync(home, 'utf8'), listGuides()))
}

/** Points what is not part of the site to the repository. `from` is the folder of the document within docs/. */
export const withLinks = (text: string, from: string): string =>
  text.replaceAll(/\]\((?!https?:|#)([^)#\s]+)([^)]*)\)/g, (whole, link: string, rest: string) => {
    const target = path.posix.normalize(path.posix.join('docs', from, link))
    const isHere = target.startsWith('docs/') && /\.(md|svg|png)$/.test(target)
    // A picture without `./` would be taken for a package.
    if (isHere && !link.endsWith('.md') && !link.startsWith('.')) return `](./${link}${rest})`
    if (isHere || !existsSync(path.join(root, target))) return whole
    return `](${repository}/${target}${rest})`
  })

/** Gives the home page its layout, and its list of guides all that there are. @throws Error when it has no such list */
export const asHome = (text: string, guides: readonly Page[]): string => {
  const place = /(<div class="guides">\n\n)[\s\S]*?(\n\n<\/div>)/
  if (!place.test(text)) throw new Error('docs/index.md has no <div class="guides">')
  const list = guides.map(([file, title]) => `- [${title}](${file}.md)`).join('\n')
  const listed = text.replace(place, (_, before: string, after: string) => before + list + after)
  return `---\n${HOME}\n---\n\n<main class="home vp-doc">\n\n${listed}\n</main>\n`
}

const HOME = ['layout: page', 'sidebar: false', 'titleTemplate: Deciphers text while it streams'].join('\n')
