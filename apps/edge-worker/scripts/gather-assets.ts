import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { englishLetters } from '@runnel/models/english-letters'
import { englishWords } from '@runnel/models/english-words'

const folder = path.join(import.meta.dirname, '..')

/**
 * Gathers what the platform serves as it is, in `.cache/assets`: the files under `assets`, Swagger UI for the page at
 * `/docs`, and the counts that a substitution is searched with, which would be too large for the script. wrangler runs this before it serves or deploys.
 */
export const gatherAssets = (): void => {
  const target = path.join(folder, '.cache/assets')
  cpSync(path.join(folder, 'assets'), target, { recursive: true })
  const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  mkdirSync(path.join(target, 'docs'), { recursive: true })
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
    copyFileSync(path.join(swagger, file), path.join(target, 'docs', file))
  }
  mkdirSync(path.join(target, 'models'), { recursive: true })
  for (const { name, base64 } of [englishWords, englishLetters]) {
    writeFileSync(path.join(target, 'models', `${name}.counts`), Buffer.from(base64, 'base64'))
  }
}

if (import.meta.main) gatherAssets()
