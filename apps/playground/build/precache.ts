import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file that the service worker keeps; one whose name holds a digest needs no revision. */
export interface Precached {
  readonly url: string
  readonly revision: string | null
}

/** The folder of counts of other languages: each is kept once it has been chosen, and not before. */
export const LANGUAGES = 'assets/searches/languages/'

/** The files of a built page that work offline needs: all but the embedded form with its style, and what is kept when it is asked for. */
export const precachedFiles = (page: string): Precached[] =>
  filesOf(page)
    .filter(
      (file) => /\.(html|js|css|woff2|svg|webmanifest|runnel|txt)$/.test(file) && !file.startsWith(LANGUAGES),
    )
    .filter((file) => !/^(embed\.html|sw\.js)$|^assets\/(embed-|styles-.*\.css$)/.test(file))
    .sort()
    .map((file) => ({
      url: `/${file}`,
      revision: file.startsWith('assets/') ? null : digest(readFileSync(path.join(page, file))),
    }))

const filesOf = (page: string): string[] =>
  readdirSync(page, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
