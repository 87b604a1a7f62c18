export { mapWithState } from './map-with-state.ts'
export { decipher, decipherEvents, decipherRecords, encipher, identify, settledText } from './operators.ts'
export type { ObservableOperator, ObserverLike, SubscriberLike } from './platform.ts'
