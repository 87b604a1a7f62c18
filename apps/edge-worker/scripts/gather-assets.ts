import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..')

/**
 * Gathers what the platform serves as it is, in `.cache/assets`: the files under `assets`, and Swagger UI for the page
 * at `/docs`. wrangler runs this before it serves or deploys.
 */
export const gatherAssets = (): void => {
  const target = path.join(folder, '.cache/assets')
  cpSync(path.join(folder, 'assets'), target, { recursive: true })
  const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  mkdirSync(path.join(target, 'docs'), { recursive: true })
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) {
    copyFileSync(path.join(swagger, file), path.join(target, 'docs', file))
  }
}

if (import.meta.main) gatherAssets()
