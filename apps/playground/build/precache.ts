import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file that the service worker keeps; one whose name holds a digest needs no revision. */
export interface Precached {
  readonly url: string
  readonly revision: string | null
}

/** The files of a built page that work offline needs: all but the embedded form, and fonts in a form for old browsers. */
export const precachedFiles = (page: string): Precached[] =>
  readdirSync(page, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(html|js|css|woff2|svg|webmanifest|runnel)$/.test(file))
    .filter((file) => !/^(embed\.html|sw\.js)$|^assets\/embed-/.test(file))
    .sort()
    .map((file) => ({
      url: `/${file}`,
      revision: file.startsWith('assets/') ? null : digest(readFileSync(path.join(page, file))),
    }))

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
