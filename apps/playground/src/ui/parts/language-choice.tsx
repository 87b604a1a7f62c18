import type { JSX } from 'preact'
import { searchCounts } from '../../engine/searches/search-files.ts'
import { readLanguages } from '../state/language-list.ts'
import { usePage } from '../state/page-context.ts'

/** The language that text is read as, and the letters that its ciphers move: English, or one that is fetched when it is chosen. */
export const LanguageChoice = (): JSX.Element => {
  const { page } = usePage()
  const { cipher, language, letters } = page.reader.options.value
  const languages = readLanguages()
  const chosen = languages.find((one) => one.language === language && one.letters === letters)
  return (
    <label class="label">
      Language of the text
      <select
        class="field"
        value={chosen?.id ?? 'en'}
        // Counts of its own, which a search is made of, are of English.
        disabled={Object.hasOwn(searchCounts, cipher)}
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
