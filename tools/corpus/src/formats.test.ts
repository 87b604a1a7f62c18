import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { entries } from './factbook.ts'
import { readStringVectors } from './r-strings.ts'
import { readSwordBlocks, stripOsis } from './sword-module.ts'
import { glosses } from './wordnet.ts'

const integers = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) bytes.writeInt32BE(value, 4 * i)
  return bytes
}
const stored = (...parts: Buffer[]) => {
  const object = Buffer.concat([Buffer.from('X\n'), ...parts])
  return Buffer.concat([integers(object.length), deflateSync(object)])
}
const string = (text: string) => Buffer.concat([integers(0x40009, text.length), Buffer.from(text)])

test('reads vectors of strings from an R database, in both versions of the format', () => {
  const database = Buffer.concat([
    stored(
      integers(3, 0x40201, 0x30500, 5),
      Buffer.from('UTF-8'),
      integers(16, 2),
      string('EMMA'),
      string(''),
    ),
    stored(integers(2, 0x40201, 0x20300), integers(13, 1, 7)),
    stored(integers(2, 0x40201, 0x20300), integers(16, 2), string('Persuasion'), integers(9, -1)),
  ])
  expect(readStringVectors(database)).toEqual([
    ['EMMA', ''],
    ['Persuasion', ''],
  ])
})

test('reads the blocks of a SWORD module', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sword-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const blocks = ['In the beginning', 'was the word'].map((text) => deflateSync(text))
  const index = Buffer.alloc(36)
  index.writeUInt32LE(blocks[0].length, 4)
  index.writeUInt32LE(blocks[0].length, 24)
  index.writeUInt32LE(blocks[1].length, 28)
  writeFileSync(path.join(folder, 'nt.bzs'), index)
  writeFileSync(path.join(folder, 'nt.bzz'), Buffer.concat(blocks))
  expect(readSwordBlocks(path.join(folder, 'nt'))).toEqual(['In the beginning', '', 'was the word'])
})

test('strips OSIS markup: notes, titles, word by word; paragraphs are kept apart', () => {
  const osis =
    '<title type="main">Matthew</title><div sID="1" type="x-p"/><w lemma="strong:G1">The</w> <w lemma="x">Christ' +
    '</w>,<note placement="foot"><reference>1:1 </reference>Or so</note><w>the</w> son of <w>David</w> .' +
    '<div eID="1" type="x-p"/><lg sID="2"/> <l sID="3"/>Bread &amp; wine,<l eID="3"/> <l sID="4"/>and oil.'
  const paragraphs = stripOsis(osis)
    .split(/\n\s*\n/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
  expect(paragraphs.filter((text) => text !== '')).toEqual([
    'The Christ, the son of David.',
    'Bread & wine, and oil.',
  ])
})

test('takes definitions and examples from WordNet', () => {
  const lines = [
    '  1 This software and database is being provided to you | not a gloss',
    '00211776 04 n 01 follow-through 1 000 | the act of carrying a stroke; "his follow-through was straight"; "why not?"  ',
    '00211462 04 n 02 finalization 0 000 | the act of finalizing  ',
  ].join('\n')
  expect(glosses(lines)).toEqual([
    'the act of carrying a stroke. his follow-through was straight. why not?',
    'the act of finalizing.',
  ])
})

test('takes long entries from a profile of the Factbook, however deep, and no figures', () => {
  const long = `Montevideo ${'was founded by the Spanish as a military stronghold. '.repeat(4)}`
  const profile = {
    Introduction: { Background: { text: `${long} ++ ${long}` } },
    Area: { text: '176 sq km' },
  }
  expect(entries(profile)).toEqual([`${long}\n\n${long}`])
})
