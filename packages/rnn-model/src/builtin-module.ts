/** A module of Node's, or undefined elsewhere; asked for at run time, so that no bundler sees a Node module. */
export const builtinModule = <Module>(name: string): Module | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => Module } }).process?.getBuiltinModule?.(
    name,
  )
