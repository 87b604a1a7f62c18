import { installApart } from '@runnel/tasks/install-apart'

/** The address of a package that the bench alone needs: found from this folder, and installed in it first. */
export const rival = (name: string): string => {
  installApart(import.meta.dirname)
  return import.meta.resolve(name)
}
