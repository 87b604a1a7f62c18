import { expect, test } from 'vitest'
import { keyFamilyOf } from '../../keys/index.ts'
import { createSymbolTable } from '../../keys/symbol.ts'
import { SectionReader, SectionWriter } from '../../saving/sections.ts'
import { GroupRun } from './group-run.ts'

/** Reads text, and gives the run with what became of each symbol: `!` where it breaks the run, `|` where it ends a group. */
const follow = (text: string, cipher: string, skipped = 0) => {
  const family = keyFamilyOf(cipher)
  const { indexOf } = createSymbolTable(family.symbols)
  let run = new GroupRun(family)
  const events = Array.from({ length: text.length }, (_, i) => {
    const unit = text.charCodeAt(i)
    const event = run.read({ unit, index: indexOf(unit), position: i < text.length / 2 ? i : i + skipped })
    const sections = new SectionWriter()
    run.save(sections.section('run'))
    run = new GroupRun(family, SectionReader.of(sections.bytes()).section('run'))
    return { none: '.', ended: '|', broken: '!' }[event]
  })
  const { size, groups, start, isFirst } = run
  return { events: events.join(''), size, groups, start, isFirst }
}

test.each([
  ['A B C D ', '.|.|.|.|', { size: 1, groups: 4, start: 0, isFirst: true }],
  ['AB\nCD-EF\r\n', '..|..|..|.', { size: 2, groups: 3, start: 0, isFirst: true }],
  ['ABCD EFGH IJ', '....|....|..', { size: 4, groups: 2, start: 0, isFirst: true }],
  // Too long, and too short once another one begins.
  ['AB CD EFG HIJ ', '..|..|..!|...|', { size: 3, groups: 2, start: 6, isFirst: false }],
  ['ABC DEF G\nH', '...|...|..!', { size: 1, groups: 1, start: 8, isFirst: false }],
  // Too long for a group at all.
  ['ABCDEFGHI ABC ', '.............|', { size: 3, groups: 1, start: 10, isFirst: false }],
  // Marks before a run, within a group, after one.
  ['"ABC DEF ', '....|...|', { size: 3, groups: 2, start: 1, isFirst: true }],
  ["don't AB CD ", '........|..|', { size: 2, groups: 2, start: 6, isFirst: false }],
  ['ABC DEF. GHI ', '...|....|!..|', { size: 3, groups: 1, start: 9, isFirst: false }],
  // Numbers are no groups, before a run or in it.
  ['1. ABC DEF ', '......|...|', { size: 3, groups: 2, start: 3, isFirst: true }],
  ['ABC 123 DEF ', '...|....!..|', { size: 3, groups: 1, start: 8, isFirst: false }],
  ['AB1 Cé2 ', '...|...|', { size: 3, groups: 2, start: 0, isFirst: true }],
])('%j', (text, events, run) => {
  expect(follow(text, 'caesar')).toEqual({ events, ...run })
})

test('signs that a key of the family reads as letters count, but where marks may stand', () => {
  expect(follow('%wt rp2 ', 'auto')).toMatchObject({ size: 3, groups: 2, start: 0 })
  expect(follow('"ABC DEF. ', 'auto')).toMatchObject({ size: 3, groups: 2, start: 1 })
})

test('text that goes unread leaves the group open until the next one', () => {
  expect(follow('ABC DEF GHIJKL MNO ', 'caesar').events).toBe('...|...|...!..|....')
  expect(follow('ABC DEF GHIJKL MNO ', 'caesar', 100).events).toBe('...|...|..........|')
})
