import type { Inspection } from './frame.ts'
import type { ReadingOptions } from './options.ts'

/** All that the page tells the worker. The model and its counts are handed over: the worker cannot fetch. */
export type Command =
  | { readonly type: 'load'; readonly model: ArrayBuffer; readonly counts?: ArrayBuffer }
  | { readonly type: 'supply'; readonly cipher: string; readonly files: readonly ArrayBuffer[] }
  | { readonly type: 'supply-language'; readonly language: string; readonly files: readonly ArrayBuffer[] }
  | { readonly type: 'start'; readonly reading: number; readonly options: ReadingOptions }
  | { readonly type: 'again'; readonly reading: number; readonly options: ReadingOptions }
  | { readonly type: 'append'; readonly text: string }
  | { readonly type: 'flush' }
  | { readonly type: 'look' }
  | { readonly type: 'stop' }
  | { readonly type: 'resume' }
  | { readonly type: 'inspect'; readonly request: number; readonly from: number; readonly to: number }

/** The answer to `inspect`. */
export interface Inspected {
  readonly type: 'inspected'
  readonly request: number
  readonly inspection?: Inspection
  readonly error?: string
}
