import type { ContextNode, CountsDefinition } from '../language/counts/counts.ts'

/** A context with its exceptions, and those that are longer. */
export const contextNode = (
  exceptions: [number, number][],
  longer: [number, ContextNode][] = [],
): ContextNode => ({ exceptions: new Map(exceptions), longer: new Map(longer) })

/**
 * Counts of four symbols, made by hand: a costs 1 bit, b 2, a space and any other 3. After a, b is 2 bits cheaper; after
 * b and a, a is 1 bit dearer, too.
 */
export const smallCounts = (): CountsDefinition => ({
  name: 'small',
  tokenizer: { alphabet: 'ab ?', space: ' ', other: '?' },
  levels: Uint8Array.of(4, 8, 12, 12),
  root: contextNode([], [[1, contextNode([[2, -8]], [[2, contextNode([[1, 4]])]])]]),
})
