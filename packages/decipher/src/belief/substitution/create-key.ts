import { KernelKey } from './kernel-key.ts'
import type { Layout } from './layout.ts'
import type { MovedKey } from './moved-key.ts'
import { Replica } from './replica.ts'
import type { SearchTable } from './search-table.ts'
import type { SlotText } from './slot-text.ts'

/** Makes a whole key that moves in kernels, or in TypeScript where there are none; `place` says which of its search it is. */
export const createKey = (
  { memories, costs, allowances, known: { fixed } }: SearchTable,
  layout: Layout,
  { place, text }: { readonly place: number; readonly text: SlotText },
): MovedKey => {
  const memory = memories[layout]
  if (memory) return new KernelKey(memory, place, text, fixed)
  return new Replica(costs[layout], text, { allowances, fixed })
}
