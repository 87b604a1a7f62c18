import path from 'node:path'
import { importedModules } from './imported-modules.ts'
import type { SourceFiles } from './source-files.ts'

/** Files of the same package that each file imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** Folder of the package that a file is in, such as `packages/core`. */
export const packageOf = (file: string): string => file.split('/').slice(0, 2).join('/')

/** Finds who imports whom inside each package, by path or by a name that the package gives its own files. */
export const importGraph = (files: SourceFiles): ImportGraph => {
  const aliases = new Map<string, readonly string[]>()
  for (const [file, text] of files) {
    if (!file.endsWith('/package.json')) continue
    for (const [name, targets] of namesIn(JSON.parse(text))) {
      aliases.set(
        `${packageOf(file)} ${name}`,
        targets.map((target) => path.posix.join(packageOf(file), target)),
      )
    }
  }
  const resolve = (from: string, specifier: string): readonly string[] =>
    specifier.startsWith('.')
      ? [path.posix.join(path.posix.dirname(from), specifier.replace(/\.js$/, '.ts'))]
      : (aliases.get(`${packageOf(from)} ${specifier}`) ?? [])
  const modules = [...files].filter(([file]) => file.endsWith('.ts'))
  return new Map(
    modules.map(([file, text]) => [
      file,
      importedModules(file, text)
        .flatMap((specifier) => resolve(file, specifier))
        .filter((target) => files.has(target) && packageOf(target) === packageOf(file)),
    ]),
  )
}

interface Manifest {
  name: string
  exports?: object
  imports?: object
}

/** Names by which a package's files may import one another, with the files, one for each condition. */
const namesIn = ({ name, exports = {}, imports = {} }: Manifest): [string, string[]][] => [
  ...Object.entries(imports).map(([key, target]): [string, string[]] => [key, leavesOf(target)]),
  ...Object.entries(exports).map(([key, target]): [string, string[]] => [
    name + key.slice(1),
    leavesOf(target),
  ]),
]

const leavesOf = (target: unknown): string[] =>
  typeof target === 'string' ? [target] : Object.values(target ?? {}).flatMap(leavesOf)
