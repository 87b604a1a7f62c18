import { encodings } from '@runnel/core/encodings'
import { keyFinders } from '@runnel/decipher/ciphers'
import type { Plugin } from 'vite'
import { searchCounts } from '../src/engine/searches/search-files.ts'

const NAME = 'virtual:names'

/**
 * Tells the page which ciphers are searched and which encodings there are, from the lists of the packages: the names alone,
 * since their code belongs to the worker, and is brought there when it is asked for.
 */
export const names = (): Plugin => ({
  name: 'runnel:names',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined
    const searched = [...Object.keys(searchCounts), ...Object.keys(keyFinders)]
    return `export const searchedCiphers = ${JSON.stringify(searched)}
export const encodingNames = ${JSON.stringify(Object.keys(encodings))}`
  },
})
