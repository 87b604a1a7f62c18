import type { Column } from '../../engine/index.ts'

/** Columns that are kept; a window of 1,280 pixels shows 80. */
const MOST_COLUMNS = 6000

/** Columns of the score by where their letters stand. The oldest are dropped; the engine can tell them again. */
export class ColumnShelf {
  readonly #columns = new Map<number, Column>()

  add(columns: readonly Column[]): void {
    for (const column of columns) {
      this.#columns.delete(column.start)
      this.#columns.set(column.start, column)
    }
    for (const start of this.#columns.keys()) {
      if (this.#columns.size <= MOST_COLUMNS) break
      this.#columns.delete(start)
    }
  }

  at(start: number): Column | undefined {
    return this.#columns.get(start)
  }

  /** The last column before a place, at most `reach` units back. */
  before(place: number, reach = 64): Column | undefined {
    for (let start = place - 1; start >= Math.max(0, place - reach); start--) {
      const column = this.#columns.get(start)
      if (column) return column
    }
    return undefined
  }
}
