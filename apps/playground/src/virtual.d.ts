declare module 'virtual:model-files' {
  export const modelFiles: import('./engine/browser/model-files.ts').ModelFiles
}

declare module 'virtual:chapter' {
  /** Address of a chapter in cipher. */
  export const chapter: string
}

declare module 'virtual:names' {
  /** Names of ciphers whose keys are searched though they cannot be listed. */
  export const searchedCiphers: readonly string[]
  /** Names of encodings. */
  export const encodingNames: readonly string[]
}
