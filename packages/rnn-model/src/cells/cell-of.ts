import { ModelFormatError } from '../errors.ts'
import type { Cell } from './cell.ts'
import { cells } from './index.ts'

/** The cell with that name, which a file may have filled with anything. @throws ModelFormatError */
export const cellOf = (name: string): Cell => {
  const cell = cells.find((candidate) => candidate.name === name)
  if (cell) return cell
  throw new ModelFormatError('cell', `one of ${cells.map((known) => known.name).join(', ')}`, `${name}`)
}
