import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Texts of a folder, however deep, in the order of their names, until they have so many characters. */
export const readSources = (folder: string, size: number): string => {
  let text = ''
  for (const name of filesIn(folder)) {
    if (text.length >= size) break
    text += readFileSync(path.join(folder, name), 'utf8')
  }
  return text.slice(0, size)
}

const filesIn = (folder: string, inside = ''): string[] =>
  readdirSync(path.join(folder, inside), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(inside, entry.name)
      if (entry.isDirectory())
        return /^(?:node_modules|dist|\..*)$/.test(entry.name) ? [] : filesIn(folder, name)
      // Weights and kernels are strings of base64.
      return /(?<!\.weights|\.wasm)\.(?:ts|txt)$/.test(entry.name) ? [name] : []
    })
