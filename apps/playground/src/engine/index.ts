export { createBrowserEngine } from './browser/browser-engine.ts'
export { openBrowserEngine } from './browser/open-browser-engine.ts'
export type { Column, Expected } from './column.ts'
export { isSessionKept } from './edge/is-session-kept.ts'
export type { Engine, InspectRange, Restored } from './engine.ts'
export { type EngineFault, type FaultCode, faultCodes } from './fault.ts'
export type {
  Connection,
  Ending,
  EngineMessage,
  FoundAgain,
  Frame,
  Inspection,
  Look,
  Ready,
  Started,
  Waiting,
} from './frame.ts'
export type { BelievedKey, KeyNews, NamedKey, RankedKey } from './key.ts'
export type { KnownStretch, Lock, ReadingOptions } from './options.ts'
