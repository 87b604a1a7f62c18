export { type KneserNeyContext, type KneserNeyModel, trainKneserNey } from './kneser-ney.ts'
