import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeNovels } from './eltec-novels.ts'
import { readNovels } from './novels.ts'
import { sha256 } from './sha256.ts'

test('paragraphs of novels go to two texts, by their authors, without title pages', () => {
  const checkout = mkdtempSync(path.join(tmpdir(), 'eltec-'))
  mkdirSync(path.join(checkout, 'level0'))
  const novel = (text: string) =>
    `<TEI><front><p>ISBN</p></front><body><p>${text}</p>\n<p>Да <hi>и</hi>\nнет. </p></body></TEI>`
  writeFileSync(path.join(checkout, 'level0/001 Shinel .xml'), novel('Шинель'))
  writeFileSync(path.join(checkout, 'level0/007 olesya.xml'), novel('Олеся'))
  writeNovels('russian', checkout, checkout)
  for (const [name, text] of [
    ['ru-train', 'Шинель\nДа и нет.\n'],
    ['ru-test', 'Олеся\nДа и нет.\n'],
  ] as const) {
    expect(readNovels(name, checkout, { [name]: sha256(text) })).toBe(text)
  }
  rmSync(checkout, { recursive: true })
})

test('where a paragraph is a chapter, a sentence takes a line; a title page there may be or not', () => {
  const checkout = mkdtempSync(path.join(tmpdir(), 'eltec-'))
  mkdirSync(path.join(checkout, 'level1'))
  const header = '<TEI><teiHeader><p>Text encoded by</p></teiHeader>'
  writeFileSync(
    path.join(checkout, 'level1/GRE0010_Psycharis.xml'),
    `${header}<front><p>ISBN</p></front><body><p>Τί εἶπες; «Ναί!» Ἔλα.</p></body></TEI>`,
  )
  writeFileSync(path.join(checkout, 'level1/GRE0017_X.xml'), `${header}<body><p>Ἕνα. Δύο.</p></body></TEI>`)
  writeNovels('greek', checkout, checkout)
  for (const [name, text] of [
    ['el-train', 'Ἕνα.\nΔύο.\n'],
    ['el-test', 'Τί εἶπες;\n«Ναί!»\nἜλα.\n'],
  ] as const) {
    expect(readNovels(name, checkout, { [name]: sha256(text) })).toBe(text)
  }
  rmSync(checkout, { recursive: true })
})
