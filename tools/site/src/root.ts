import path from 'node:path'

/** Root of the workspace. */
export const root: string = path.join(import.meta.dirname, '../../..')
