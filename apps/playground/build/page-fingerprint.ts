import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CHAPTER } from './chapter.ts'

const root = path.join(import.meta.dirname, '../../..')

/** Everything that the page is made of, from the root of the workspace. */
const SOURCES = [
  'apps/playground/{src,build,public}/**/*.*',
  'apps/playground/{index.html,embed.html,package.json,vite.config.ts}',
  'packages/{core,rnn-model,decipher,models,client}/src/**/*.ts',
  `docs/{${CHAPTER}}`,
  'pnpm-lock.yaml',
]

/** Digest of all sources of the page: the page that was built of the same ones is the same. */
export const pageFingerprint = (): string => {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, { cwd: root }).filter((file) => !/\.test(-d)?\.tsx?$/.test(file))
  for (const file of files.sort()) {
    hash.update(file)
    hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
