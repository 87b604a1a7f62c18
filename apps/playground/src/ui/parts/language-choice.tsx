import type { JSX } from 'preact'
import { searchCounts } from '../../engine/searches/search-files.ts'
import { readLanguages } from '../state/language-list.ts'
import { usePage } from '../state/page-context.ts'

/** The language that text is read as, and the letters that its ciphers move: English, or one that is fetched when it is chosen. */
export const LanguageChoice = (): JSX.Element => {
  const { page } = usePage()
  const { cipher, language, letters } = page.reader.options.value
  const all = readLanguages()
  const chosen = all.find((one) => one.language === language && one.letters === letters)
  // Searches with counts of their own are over a to z.
  const languages = all.filter(
    (one) => !Object.hasOwn(searchCounts, cipher) || one.letters === undefined || one === chosen,
  )
  return (
    <label class="label">
      Language of the text
      <select
        class="field"
        value={chosen?.id ?? 'en'}
        onChange={({ currentTarget: { value } }) => {
          const next = languages.find(({ id }) => id === value)
          page.readIn(next?.language, next?.letters)
        }}
      >
        {languages.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
