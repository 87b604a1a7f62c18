import { expect, test, vi } from 'vitest'
import { languagesOf, readLanguages } from './language-list.ts'

vi.mock('virtual:model-files', () => ({
  modelFiles: { languages: { de: [], es: [], sv: [], no: [], ru: [], uk: [], el: [] } },
}))

const ids = (text: string): string[] => languagesOf(text).map(({ id }) => id)

test('each language is there over a to z where it has these, and over every alphabet of its own', () => {
  expect(readLanguages().map(({ id }) => id)).toEqual([
    ...['en', 'de', 'es', 'es es', 'sv', 'sv sv', 'no', 'no no', 'ru ru', 'ru ru-32', 'uk uk', 'el el'],
  ])
  expect(readLanguages().map(({ name }) => name)).toContain('Swedish, 29 letters')
})

test('languages are offered whose letters a text has, and that are more than a to z', () => {
  expect(ids('Aol tvyupun dhz jvsk')).toEqual([])
  expect(ids('Шчху ёару ъуруитуй, н руипе жцк тй фхнъуинре.')).toEqual(['ru ru', 'ru ru-32', 'uk uk'])
  expect(ids('Чєфхс жьз яхтхїфнр, о бхзйф ьшй фй цчняхїнз.')).toContain('uk uk')
  expect(ids('Σεχίς ωυ φχεί οζωκηήοζρκ ψωυ φυωάρξ φχξσ ταφσήψκξ οζσκίς')).toEqual(['el el'])
  expect(ids('Qx mañana ixe jxía w iq bexgr')).toEqual(['es es'])
})
