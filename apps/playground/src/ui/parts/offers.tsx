import type { JSX } from 'preact'
import { languagesOf } from '../state/language-list.ts'
import { lookAgain } from '../state/look-again.ts'
import { usePage } from '../state/page-context.ts'

/** Other ways to read a text, by its verdict: another language, and a second look, where keys have been sought. */
export const Offers = ({ kind }: { kind: string }): JSX.Element => (
  <div class="chips">
    <OtherLanguages />
    {kind === 'unusual' && <AnyLanguage />}
    {kind !== 'other-letters' && <SecondLook />}
  </div>
)

/** Offers the languages whose letters the text has. */
const OtherLanguages = (): JSX.Element | null => {
  const { page } = usePage()
  const chosen = page.reader.options.value.letters
  const others = languagesOf(page.decoded.value).filter(({ letters }) => letters !== chosen)
  if (page.reader.kind === 'edge') return null
  return (
    <>
      {others.map(({ id, name, language, letters }) => (
        <button key={id} class="button small" type="button" onClick={() => page.readIn(language, letters)}>
          {`Read it in ${name}`}
        </button>
      ))}
    </>
  )
}

/** Where a key fits text that is not like English, which of the languages it is in is for whoever reads it to say. */
const AnyLanguage = (): JSX.Element | null => {
  const { page } = usePage()
  if (page.reader.options.value.language !== undefined) return null
  return (
    <button
      class="button small"
      type="button"
      aria-haspopup="dialog"
      onClick={() => {
        page.dialog.value = 'settings'
      }}
    >
      Read it in another language
    </button>
  )
}

/** UTF-16 units of a text that a second look takes: as many as on the command line. */
const MOST_LOOKED_AT = 1024

/** Offers to try ciphers that end with the text, on a short one that nothing has explained. */
const SecondLook = (): JSX.Element | null => {
  const { page } = usePage()
  const { reader } = page
  const { cipher, language } = reader.options.value
  const { length } = page.decoded.value
  const isWorth = cipher === 'auto' && language === undefined && length <= MOST_LOOKED_AT && reader.isWhole
  if (!isWorth || reader.kind === 'edge' || reader.look.value) return null
  return (
    <button class="button small" type="button" onClick={() => lookAgain(page)}>
      Look once more: transpositions, Hill, Playfair, XOR
    </button>
  )
}
