import { modelFiles } from 'virtual:model-files'
import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'

/** The language that text is read as: English, or one that is fetched when it is chosen. */
export const LanguageChoice = (): JSX.Element => {
  const { page } = usePage()
  const { cipher, language } = page.reader.options.value
  const names = new Intl.DisplayNames('en', { type: 'language' })
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
        {['en', ...Object.keys(modelFiles.languages)].map((code) => (
          <option key={code} value={code}>
            {names.of(code)}
          </option>
        ))}
      </select>
    </label>
  )
}
