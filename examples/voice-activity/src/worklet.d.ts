/* Names of audio worklets, which TypeScript's library for pages leaves out. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare const currentFrame: number
declare const sampleRate: number
declare function registerProcessor(name: string, processor: unknown): void

declare module '*?worker&url' {
  const address: string
  export default address
}
