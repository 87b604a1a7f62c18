export { catalog, findModel } from './catalog.ts'
export { countsCatalog, findCounts } from './counts-catalog.ts'
