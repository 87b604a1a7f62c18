import type { ImportGraph } from './import-graph.ts'
import { isTest } from './source-files.ts'

/** For each entry of a folder, the entries beside it that it imports, each with a pair of files that does so. */
type Siblings = Map<string, Map<string, string>>

/**
 * Finds import circles between files and between folders: entries of one folder, files or folders, that import each
 * other around. Every circle of files is one of entries too, in the innermost folder that holds all of it.
 *
 * A test counts for itself alone, not for the folders that it is in: nothing imports it.
 */
export const importCircles = (graph: ImportGraph): string[] =>
  [...siblingsByFolder(graph)].flatMap(([folder, siblings]) =>
    circlesIn(siblings).map((circle) => {
      const steps = circle.map((entry, i) => siblings.get(entry)?.get(circle[(i + 1) % circle.length]))
      return `${folder}: ${[...circle, circle[0]].join(' → ')} (${steps.join('; ')})`
    }),
  )

const siblingsByFolder = (graph: ImportGraph): Map<string, Siblings> => {
  const folders = new Map<string, Siblings>()
  for (const [from, targets] of graph) {
    for (const to of targets) {
      const { folder, entries } = part(from, to)
      if (isTest(from) && `${folder}/${entries[0]}` !== from) continue
      const siblings = folders.get(folder) ?? new Map()
      const imported = siblings.get(entries[0]) ?? new Map()
      folders.set(folder, siblings.set(entries[0], imported.set(entries[1], `${from} imports ${to}`)))
    }
  }
  return folders
}

/** The innermost folder that holds two files, and the entry of it that each is, or is in. */
const part = (from: string, to: string): { folder: string; entries: [string, string] } => {
  const [a, b] = [from.split('/'), to.split('/')]
  const depth = a.findIndex((name, i) => name !== b[i])
  // A file that imports itself differs nowhere.
  const at = depth === -1 ? a.length - 1 : depth
  return { folder: a.slice(0, at).join('/'), entries: [a[at], b[at]] }
}

/** A circle for every import that leads back to where a walk along imports came from. */
const circlesIn = (siblings: Siblings): string[][] => {
  const circles: string[][] = []
  const left = new Set<string>()
  const visit = (entry: string, way: readonly string[]): void => {
    const start = way.indexOf(entry)
    if (start !== -1) circles.push(way.slice(start))
    else if (!left.has(entry)) {
      for (const next of siblings.get(entry)?.keys() ?? []) visit(next, [...way, entry])
      left.add(entry)
    }
  }
  for (const entry of siblings.keys()) visit(entry, [])
  return circles
}
