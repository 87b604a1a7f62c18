import { ModelFormatError } from '@runnel/rnn-model'
import { STEPS } from './constants.ts'
import { idsByLevel } from './ids-by-level.ts'

/** Sizes of a tree: its contexts, those of them with exceptions, symbols of its longest context, ids. */
export interface TreeSizes {
  readonly contexts: number
  readonly rows: number
  readonly depth: number
  readonly vocabulary: number
}

/** A tree of contexts in flat arrays. The empty context is the first one, and its row the first row. */
export interface Tree {
  /** Cost of each id where nothing is known before it. */
  readonly levels: Uint8Array
  /** Where the contexts begin that are longer than each by a symbol, and those of one context more. */
  readonly longer: Uint32Array
  /** Id of the symbol by which each context is longer. */
  readonly symbols: Uint8Array
  /** The row of each context: its own where it has exceptions, or that of the next shorter one that has. */
  readonly rowOf: Uint32Array
  /** The row that each row differs from. */
  readonly bases: Uint32Array
  /** Where the exceptions of each row begin, and of one row more. */
  readonly starts: Uint32Array
  /** Id of each exception, and by how much its cost is larger. */
  readonly ids: Uint8Array
  readonly differences: Int8Array
}

/** Reads the tree of contexts that `encodeCounts` wrote. @throws ModelFormatError */
export const readTree = (bytes: Uint8Array, sizes: TreeSizes): Tree => {
  const { contexts, rows, depth, vocabulary } = sizes
  const tree: Tree = {
    levels: new Uint8Array(vocabulary),
    longer: new Uint32Array(contexts + 1),
    symbols: new Uint8Array(contexts),
    rowOf: new Uint32Array(contexts),
    bases: new Uint32Array(rows),
    starts: new Uint32Array(rows + 1),
    ids: new Uint8Array(bytes.length),
    differences: new Int8Array(bytes.length),
  }
  demand(bytes.length >= vocabulary)
  tree.levels.set(bytes.subarray(0, vocabulary - 1), 1)
  const order = idsByLevel(tree.levels.subarray(1))
  const parents = new Uint32Array(contexts)
  let at = vocabulary - 1
  let [from, to, row, exceptions] = [0, 1, 1, 0]
  for (let length = 0; length <= depth; length++) {
    const end = to
    for (let context = from; context < end; context++) {
      tree.longer[context] = to
      for (let id = bytes[at++]; bytes[at - 1] > 0; id += bytes[at++]) {
        demand(id < vocabulary && to < contexts && length < depth)
        tree.symbols[to] = id
        parents[to++] = context
      }
    }
    from = end
    const first = exceptions
    for (let context = from; context < to; context++) {
      const base = tree.rowOf[parents[context]]
      tree.rowOf[context] = bytes[at] > 0 ? row : base
      if (bytes[at] > 0) {
        demand(row < rows)
        tree.bases[row] = base
        tree.starts[row++] = exceptions
      }
      for (let rank = bytes[at++]; bytes[at - 1] > 0; rank += bytes[at++]) {
        demand(rank < vocabulary)
        tree.ids[exceptions++] = order[rank - 1]
      }
    }
    for (let i = first; i < exceptions; i++) {
      const step = bytes[at++]
      const size: number | undefined = STEPS[(step >> 1) - 1]
      demand(size !== undefined)
      tree.differences[i] = step % 2 === 0 ? size : -size
    }
  }
  demand(at === bytes.length && to === contexts && row === rows)
  tree.starts[rows] = exceptions
  tree.longer[contexts] = to
  return tree
}

const demand = (holds: boolean): void => {
  if (!holds) throw new ModelFormatError('payload', 'a tree of contexts', 'something else')
}
