import { expect, test } from 'vitest'
import { baseLetter, isCombiningMark } from './base-letter.ts'

const read = (text: string) =>
  String.fromCharCode(...Array.from(text, (letter) => baseLetter(letter.charCodeAt(0))))

test.each([
  ['àéîõüçñÿ', 'aeioucny'],
  ['ÀÉÎÕÜÇÑŸ', 'AEIOUCNY'],
  ['ěščřžďťňůąęśźżłő', 'escrzdtnuaeszzlo'],
  ['ğışİŞĞ', 'gisISG'],
  ['ßæœøđðþħŧƒ', 'saooddthtf'],
  ['ÆŒØŁĐÐÞĦŦẞ', 'AOOLDDTHTS'],
  ['ếǖṩȩ', 'euse'],
  ['άΐϋώςΈΏ', 'αιυωσΕΩ'],
  ['ἀᾄῷὖῥἙᾼ', 'ααωυρΕΑ'],
])('%s reads as %s', (letters, base) => {
  expect(read(letters)).toBe(base)
})

test.each(['azAZ09 _', '×÷', 'жλשя中', 'ʒǝǀ', 'αΣ·ϕ᾽῾', '\u0301\ud83d\ude00'])('%j stays', (units) => {
  for (let i = 0; i < units.length; i++) expect(baseLetter(units.charCodeAt(i))).toBe(units.charCodeAt(i))
})

test('combining marks are those of decomposed letters', () => {
  expect([...'é'.normalize('NFD')].map((unit) => isCombiningMark(unit.charCodeAt(0)))).toEqual([false, true])
  expect([0x2ff, 0x300, 0x36f, 0x370].map(isCombiningMark)).toEqual([false, true, true, false])
})
