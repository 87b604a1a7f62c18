import { expect, test } from 'vitest'
import type { Column } from '../../engine/index.ts'
import { ColumnShelf } from './column-shelf.ts'

const column = (start: number): Column => ({ start }) as Column

test('columns are found where their letters stand, and the last one before a place', () => {
  const shelf = new ColumnShelf()
  shelf.add([column(3), column(5)])
  expect(shelf.at(5)?.start).toBe(5)
  expect(shelf.at(4)).toBeUndefined()
  expect(shelf.before(5)?.start).toBe(3)
  expect(shelf.before(3)).toBeUndefined()
})

test('it holds no more than it may: the oldest go, and what is told again counts as new', () => {
  const shelf = new ColumnShelf()
  shelf.add(Array.from({ length: 6000 }, (_, start) => column(start)))
  shelf.add([column(0), column(6000)])
  expect(shelf.at(0)).toBeDefined()
  expect(shelf.at(1)).toBeUndefined()
  expect(shelf.at(6000)).toBeDefined()
})
