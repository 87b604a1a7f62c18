export { decipher, decipherEvents } from './decipher.ts'
export { encipher } from './encipher.ts'
export { mapWithState } from './map-with-state.ts'
