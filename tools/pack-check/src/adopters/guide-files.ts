import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../published.ts'

/**
 * The blocks of code of a document that are files (```ts [file.ts]), by the name of the file.
 *
 * @param guide the document, relative to `docs`, without `.md`
 * @throws Error when one of the files that are asked for is not there
 */
export const guideFiles = <Name extends string>(guide: string, ...names: Name[]): Record<Name, string> => {
  const text = readFileSync(path.join(root, 'docs', `${guide}.md`), 'utf8')
  const blocks = text.matchAll(/^```\w+ \[([^\]]+)\]\n([\s\S]*?)^```/gm)
  const files = Object.fromEntries(Array.from(blocks, ([, name, code = '']) => [name, code]))
  for (const name of names) if (!(name in files)) throw new Error(`docs/${guide}.md has no block [${name}]`)
  return files as Record<Name, string>
}
