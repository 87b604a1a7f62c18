import { languageNames } from 'virtual:names'
import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'

/** The language that text is read as: English, or one that is fetched when it is chosen. */
export const LanguageChoice = (): JSX.Element => {
  const { page } = usePage()
  const { cipher, language } = page.reader.options.value
  return (
    <label class="label">
      Language of the text
      <select
        class="field"
        value={language ?? 'en'}
        // A substitution is searched with counts of English.
        disabled={cipher === 'substitution'}
        onChange={({ currentTarget: { value } }) => page.readIn(value === 'en' ? undefined : value)}
      >
        <option value="en">English</option>
        {languageNames.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
