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
  /** The ids of the symbols that a known context begins with which is longer, a bit each, `[context, word]`. */
  readonly longer: Uint32Array
  /** The first of those contexts; the others follow it in the order of their symbols. */
  readonly firsts: Uint32Array
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
    longer: new Uint32Array(contexts * wordsOf(vocabulary)),
    firsts: new Uint32Array(contexts),
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
  const words = wordsOf(vocabulary)
  let at = vocabulary - 1
  let [from, to, row, exceptions] = [0, 1, 1, 0]
  for (let length = 0; length <= depth; length++) {
    const end = to
    for (let context = from; context < end; context++) {
      tree.firsts[context] = to
      for (let id = bytes[at++]; bytes[at - 1] > 0; id += bytes[at++]) {
        demand(id < vocabulary && to < contexts && length < depth)
        parents[to++] = context
        tree.longer[context * words + (id >> 5)] |= 1 << (id & 31)
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
  return tree
}

/** The context that is longer by a symbol, or 0 where none is known. */
export const longerContext = ({ levels, longer, firsts }: Tree, context: number, id: number): number => {
  const from = context * wordsOf(levels.length)
  const at = from + (id >> 5)
  const bit = 1 << (id & 31)
  if ((longer[at] & bit) === 0) return 0
  let next = firsts[context] + ones(longer[at] & (bit - 1))
  for (let word = from; word < at; word++) next += ones(longer[word])
  return next
}

/** Words of 32 bits, a bit for each id. */
const wordsOf = (vocabulary: number): number => (vocabulary + 31) >> 5

/** Ones in a word. */
const ones = (word: number): number => {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count++
  return count
}

const demand = (holds: boolean): void => {
  if (!holds) throw new ModelFormatError('payload', 'a tree of contexts', 'something else')
}
