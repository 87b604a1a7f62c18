export { startTensorflow } from './start-tensorflow.ts'
