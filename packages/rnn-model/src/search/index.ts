export { openSearchKernels, type SearchKernels } from './search-kernels.ts'
