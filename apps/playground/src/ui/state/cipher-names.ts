import { searchedCiphers } from 'virtual:names'
import { keyFamilies } from '@runnel/decipher'

/** Names of all ciphers whose keys are found, from the lists of every other skin; `auto` first. */
export const cipherNames = (): string[] => [...Object.keys(keyFamilies), ...searchedCiphers]
