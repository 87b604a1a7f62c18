import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Root of the workspace. */
export const root = path.join(import.meta.dirname, '../../..')

/** A piece of code in a document or docblock. */
export interface Snippet {
  /** File and number within it. */
  name: string
  code: string
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Every Markdown document of the workspace that people read. */
export const documents = (): string[] =>
  globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'apps/*/README.md'], { cwd: root })

/** Fenced blocks of one language in all documents; those with the name of a file (```ts [file.ts]) too. */
export const fenced = (language: string): Snippet[] =>
  documents().flatMap((file) =>
    Array.from(
      read(file).matchAll(new RegExp(`\`\`\`${language}(?: \\[[^\\]]+\\])?\\n([\\s\\S]*?)\`\`\``, 'g')),
      ([, code], i) => ({
        name: `${file} ${i + 1}`,
        code,
      }),
    ),
  )

/** Every `@example` in the docblocks of the packages. */
export const examples = (): Snippet[] =>
  globSync('packages/*/src/**/*.ts', { cwd: root }).flatMap((file) =>
    Array.from(read(file).matchAll(/@example\n((?: *\*(?: .*)?\n)+?) *\*\//g), ([, block], i) => ({
      name: `${file} ${i + 1}`,
      code: block.replace(/^ *\* ?/gm, ''),
    })),
  )
