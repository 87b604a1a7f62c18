import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { examples, fenced, root, type Snippet } from './documents.ts'

/** Inside this package, so that its dependencies are found. */
const folder = path.join(import.meta.dirname, '../.cache/examples')

const compile = (snippets: readonly Snippet[]): string => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, code } of snippets) {
    writeFileSync(path.join(folder, `${name.replace(/\W+/g, '-')}.ts`), `// ${name}\n${code}\nexport {}\n`)
  }
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../../tsconfig.base.json',
      // The lab is for Node.
      compilerOptions: {
        types: ['node'],
        noUnusedLocals: false,
        isolatedDeclarations: false,
        declaration: false,
      },
      include: ['*.ts'],
    }),
  )
  try {
    return execFileSync(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

test('every example in docblocks and documents compiles', () => {
  // What imports a file beside it is built by `npm run adopters`.
  const alone = fenced('ts').filter(({ code }) => !/from '\.\.?\//.test(code))
  const snippets = [...examples(), ...alone, ...fenced('js')]
  expect(snippets.length).toBeGreaterThan(15)
  expect(compile(snippets)).toBe('')
})

test('an example that is wrong is found', () => {
  const wrong = {
    name: 'wrong',
    code: "import { createCaesar } from '@runnel/core'\ncreateCaesar().encrypt('a', 3)",
  }
  expect(compile([wrong])).toContain("Argument of type 'number' is not assignable")
})
