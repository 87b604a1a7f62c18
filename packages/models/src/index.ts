export { catalog, findModel } from './catalog.ts'
