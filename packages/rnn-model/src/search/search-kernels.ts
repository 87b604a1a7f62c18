import { loadSearchKernels } from '#search-kernels'

/**
 * Exports of assembly/search/index.as. Places are in bytes: of a `Search`, of a `Key` of its text, of a `Beam`, of
 * `Spaces`, and of `Starts`.
 */
export interface SearchKernels {
  readonly memory: WebAssembly.Memory
  base(): number
  reset(search: number): void
  push(search: number, slot: number): void
  take(search: number, key: number): void
  grow(search: number, key: number): void
  difference(search: number, key: number, a: number, b: number, most: number): number
  exchange(search: number, key: number, a: number, b: number): void
  stir(search: number, key: number, seen: number, swaps: number, coldness: number): void
  descend(search: number, key: number, seen: number): void
  anneal(
    search: number,
    key: number,
    seen: number,
    letters: number,
    swaps: number,
    steps: number,
    first: number,
    last: number,
  ): void
  begin(beam: number): void
  pay(beam: number): void
  weighNear(beam: number): void
  weighFar(beam: number): void
  keep(beam: number, most: number): void
  putSpacesIn(spaces: number): void
  readStarts(starts: number): void
}

/**
 * The kernels of searches for keys, with a memory of their own. Undefined where WebAssembly and SIMD are not to be had:
 * the searches are then done in JavaScript, with the same results.
 */
export const openSearchKernels = (): SearchKernels | undefined => {
  try {
    return new WebAssembly.Instance(loadSearchKernels()).exports as unknown as SearchKernels
  } catch {
    return undefined
  }
}
