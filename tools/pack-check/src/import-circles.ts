import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files, and the files that each imports. */
export type Imports = ReadonlyMap<string, readonly string[]>

/** Relative imports and re-exports, of types too, in code or by `import()`. */
const relative = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']*)'/g

/** Reads what the files of a folder import from one another; paths are relative to it. */
export const importsIn = (folder: string): Imports =>
  new Map(
    globSync('**/*.ts', { cwd: folder }).map((file) => {
      const code = readFileSync(path.join(folder, file), 'utf8')
      const targets = Array.from(code.matchAll(relative), ([, target]) =>
        path.join(path.dirname(file), target),
      )
      return [file, targets]
    }),
  )

/** Finds a circle, as the files in the order in which each imports the next; nothing where there is none. */
export const findCircle = (imports: Imports): string[] | undefined => {
  const clear = new Set<string>()
  const follow = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (clear.has(file)) return undefined
    for (const target of imports.get(file) ?? []) {
      const circle = follow(target, [...trail, file])
      if (circle) return circle
    }
    clear.add(file)
    return undefined
  }
  for (const file of imports.keys()) {
    const circle = follow(file, [])
    if (circle) return circle
  }
  return undefined
}
