import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readNovels } from './novels.ts'
import { writeRussianNovels } from './russian-novels.ts'
import { sha256 } from './sha256.ts'

test('paragraphs of novels go to two texts, by their authors, without title pages', () => {
  const checkout = mkdtempSync(path.join(tmpdir(), 'eltec-'))
  mkdirSync(path.join(checkout, 'level0'))
  const novel = (text: string) =>
    `<TEI><front><p>ISBN</p></front><body><p>${text}</p>\n<p>Да <hi>и</hi>\nнет. </p></body></TEI>`
  writeFileSync(path.join(checkout, 'level0/001 Shinel .xml'), novel('Шинель'))
  writeFileSync(path.join(checkout, 'level0/007 olesya.xml'), novel('Олеся'))
  writeRussianNovels(checkout, checkout)
  for (const [name, text] of [
    ['ru-train', 'Шинель\nДа и нет.\n'],
    ['ru-test', 'Олеся\nДа и нет.\n'],
  ] as const) {
    expect(readNovels(name, checkout, { [name]: sha256(text) })).toBe(text)
  }
  rmSync(checkout, { recursive: true })
})
