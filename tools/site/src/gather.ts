import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sections } from './pages.ts'

/** Root of the workspace. */
export const root: string = path.join(import.meta.dirname, '../../..')
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
  writeFileSync(path.join(folder, 'index.md'), home())
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

const home = (): string => {
  const list = sections.map(
    ({ text, pages }) =>
      `## ${text}\n\n${pages.map(([file, title]) => `- [${title}](${file}.md)`).join('\n')}`,
  )
  return `# Runnel\n\nDeciphers text while it streams.\n\n![The page: ciphertext on the left, plaintext that settles on the right, below them the belief in each key letter by letter](./page.png)\n\n[The page](page.md) does all of it in the browser: [what it does](page.md).\n\n${list.join('\n\n')}\n\n## API\n\nOne page for each entry of each package: [API](api/index.md).\n`
}
