import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pageFingerprint } from './page-fingerprint.ts'

export { inlineDigests } from './inline-digests.ts'

const folder = path.join(import.meta.dirname, '..')

/**
 * Builds the page, unless one of the same sources is there. Several may do so at once: a page appears whole, under the
 * digest of its sources.
 *
 * @returns the folder that it is in
 */
export const buildPage = async (): Promise<string> => {
  const pages = path.join(folder, 'dist')
  const target = path.join(pages, pageFingerprint())
  if (existsSync(target)) return target
  const draft = `${target}.${randomUUID()}`
  // Bundler and all: a page that is there needs none of it.
  const { makePage } = await import('./make-page.ts')
  await makePage(draft)
  mkdirSync(pages, { recursive: true })
  try {
    renameSync(draft, target)
  } catch (error) {
    // Somebody else was quicker.
    if (!existsSync(target)) throw error
    rmSync(draft, { recursive: true })
  }
  for (const other of readdirSync(pages)) {
    if (!other.includes('.') && path.join(pages, other) !== target) {
      rmSync(path.join(pages, other), { recursive: true, force: true })
    }
  }
  return target
}

if (import.meta.main) console.log(await buildPage())
