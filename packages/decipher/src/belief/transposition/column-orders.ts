import { type ColumnBlocks, cutBlocks } from './column-blocks.ts'
import { BEAM, KEPT_ORDERS, MOST, ORDERS, PRIORS, WINDOW } from './constants.ts'
import { gainOf } from './gain.ts'
import type { Arrangement, MovedText, SeekOrders } from './moved-text.ts'
import { topOf } from './top-of.ts'

/** Orders of columns of which the first ones are known. */
interface PartialOrders {
  readonly count: number
  /** Which way the text is cut, and which blocks are used, a bit each. */
  readonly ways: Uint16Array
  readonly used: Uint16Array
  /** Blocks from the left, `[count, columns]`. */
  readonly blocks: Uint8Array
  readonly gains: Int32Array
}

/**
 * The best orders of columns, for each number of them. Columns are put side by side from the left: each is weighed by the
 * three before it, letter by letter, and the best beginnings go on. Up to 8 columns nearly all of them do.
 */
export const seekColumns: SeekOrders = (text) => {
  const found: Arrangement[] = []
  for (let columns = 2; columns <= MOST.columns && 2 * columns <= text.ids.length; columns++) {
    found.push(...seek(text, cutBlocks(text.ids.length, columns)))
  }
  return found
}

const seek = (text: MovedText, cut: ColumnBlocks): Arrangement[] => {
  let orders = firstColumns(cut)
  for (let column = 1; column < cut.columns; column++) orders = nextColumn(text, cut, orders, column)
  const { columns } = cut
  const whole = Math.min(WINDOW.whole, text.ids.length)
  const prior = PRIORS.columns + ORDERS[columns]
  const all = Array.from(topOf(orders.gains, orders.count, 4 * KEPT_ORDERS), (at) => {
    const blocks = orders.blocks.subarray(at * columns, (at + 1) * columns)
    const starts = cut.starts.subarray(orders.ways[at] * columns, (orders.ways[at] + 1) * columns)
    const order = new Uint32Array(whole)
    for (let place = 0; place < whole; place++) {
      const column = place % columns
      order[place] = starts[blocks[column]] + (place - column) / columns
    }
    const key = { key: Array.from(blocks, (block) => block + 1).join('-') }
    return { key, prior, order, gain: gainOf(text, order, whole) }
  })
  return all.sort((a, b) => b.gain - a.gain).slice(0, KEPT_ORDERS)
}

const createOrders = (count: number, columns: number): PartialOrders => ({
  count,
  ways: new Uint16Array(count),
  used: new Uint16Array(count),
  blocks: new Uint8Array(count * columns),
  gains: new Int32Array(count),
})

/** Whether a block may stand in a column: the longer ones stand first. */
const mayStand = ({ ways, longer }: ColumnBlocks, way: number, block: number, column: number): boolean =>
  ((ways[way] >> block) & 1) === (column < longer ? 1 : 0)

const firstColumns = (cut: ColumnBlocks): PartialOrders => {
  const { ways, columns, longer } = cut
  const orders = createOrders(ways.length * (longer === 0 ? columns : longer), columns)
  let at = 0
  for (let way = 0; way < ways.length; way++) {
    for (let block = 0; block < columns; block++) {
      if (!mayStand(cut, way, block, 0)) continue
      orders.ways[at] = way
      orders.used[at] = 1 << block
      orders.blocks[at * columns] = block
      at++
    }
  }
  return orders
}

/** Every order with a column more, of which the best go on. */
const nextColumn = (
  text: MovedText,
  cut: ColumnBlocks,
  orders: PartialOrders,
  column: number,
): PartialOrders => {
  const { columns, starts } = cut
  const most = orders.count * (columns - column)
  const gains = new Int32Array(most)
  const parents = new Uint32Array(most)
  const added = new Uint8Array(most)
  const rows = Math.min(cut.short + (column < cut.longer ? 1 : 0), Math.ceil(WINDOW.whole / columns))
  const contexts = new Uint32Array(rows)
  let count = 0
  for (let parent = 0; parent < orders.count; parent++) {
    const begin = orders.ways[parent] * columns
    contexts.fill(0)
    for (let at = Math.max(0, column - 3); at < column; at++) {
      addColumn(text, contexts, starts[begin + orders.blocks[parent * columns + at]])
    }
    for (let block = 0; block < columns; block++) {
      if ((orders.used[parent] >> block) & 1 || !mayStand(cut, orders.ways[parent], block, column)) continue
      gains[count] = orders.gains[parent] + gainBeside(text, contexts, starts[begin + block])
      parents[count] = parent
      added[count] = block
      count++
    }
  }
  const kept = topOf(gains, count, BEAM)
  const next = createOrders(kept.length, columns)
  kept.forEach((from, at) => {
    const parent = parents[from]
    next.ways[at] = orders.ways[parent]
    next.used[at] = orders.used[parent] | (1 << added[from])
    next.gains[at] = gains[from]
    for (let i = 0; i < column; i++) next.blocks[at * columns + i] = orders.blocks[parent * columns + i]
    next.blocks[at * columns + column] = added[from]
  })
  return next
}

/** Appends a column's symbols to the contexts of its rows: numbers of ids. */
const addColumn = ({ ids, costs: { vocabulary } }: MovedText, contexts: Uint32Array, start: number): void => {
  for (let row = 0; row < contexts.length; row++) {
    contexts[row] = contexts[row] * vocabulary + ids[start + row]
  }
}

/** The gain of a column after the contexts of its rows. */
const gainBeside = ({ ids, alone, costs }: MovedText, contexts: Uint32Array, start: number): number => {
  const { vocabulary, table } = costs
  let gain = 0
  for (let row = 0; row < contexts.length; row++) {
    const id = ids[start + row]
    gain += alone[id] - table[contexts[row] * vocabulary + id]
  }
  return gain
}
