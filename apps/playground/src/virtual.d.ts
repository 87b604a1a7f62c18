declare module 'virtual:model-files' {
  export const modelFiles: import('./engine/browser/model-files.ts').ModelFiles
}
