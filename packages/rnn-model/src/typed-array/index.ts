export { createModel } from '../create-model.ts'
export { typedArrayEngine } from '../engine/typed-array.ts'
