import type { ImportGraph } from './import-graph.ts'
import { isTest } from './source-files.ts'

/** Names of the folders that each folder of a package may import; files beside the folders by name, without ending. */
export type FolderArrows = Readonly<Record<string, string>>

/** Lists the imports inside `folder` that no arrow allows; tests may import anything. */
export const againstArrows = (graph: ImportGraph, folder: string, arrows: FolderArrows): string[] => {
  const entryOf = (file: string): string => file.slice(folder.length + 1).replace(/(\/.*|\.ts)$/, '')
  const isInside = (file: string): boolean => file.startsWith(`${folder}/`)
  const code = [...graph].filter(([file]) => isInside(file) && !isTest(file))
  const strangers = [...new Set(code.map(([file]) => entryOf(file)))].filter((entry) => !(entry in arrows))
  const wrong = code.flatMap(([from, targets]) =>
    targets
      .filter(isInside)
      .filter(
        (to) => entryOf(to) !== entryOf(from) && !arrows[entryOf(from)]?.split(' ').includes(entryOf(to)),
      )
      .map((to) => `${from} imports ${to}`),
  )
  return [...strangers.map((entry) => `${folder}: ${entry} has no arrows`), ...wrong]
}
