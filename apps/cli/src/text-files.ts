import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** The files that paths name: a file itself, a folder's every file however deep, in the order of their names. */
export const textFiles = (paths: readonly string[]): string[] =>
  paths.flatMap((given) =>
    statSync(given, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(given, { recursive: true, encoding: 'utf8' })
          .map((name) => path.join(given, name))
          .filter((name) => statSync(name).isFile() && !path.basename(name).startsWith('.'))
          .sort()
      : [given],
  )
