import path from 'node:path'

/** A file or folder under the workspace's `.cache`, which git ignores. */
export const cachePath = (...parts: string[]): string =>
  path.join(import.meta.dirname, '../../../.cache', ...parts)
