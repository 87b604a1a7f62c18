import type { JSX } from 'preact'
import { languagesOf } from '../state/language-list.ts'
import { lookAgain } from '../state/look-again.ts'
import { usePage } from '../state/page-context.ts'

/** Other ways to read a text that no key explains: another language, and a second look, where keys have been sought. */
export const Offers = ({ isSought }: { isSought: boolean }): JSX.Element => (
  <>
    <OtherLanguages />
    {isSought && <SecondLook />}
  </>
)

/** Offers the languages whose letters the text has. */
const OtherLanguages = (): JSX.Element | null => {
  const { page } = usePage()
  const chosen = page.reader.options.value.letters
  const others = languagesOf(page.decoded.value).filter(({ letters }) => letters !== chosen)
  if (others.length === 0 || page.reader.kind === 'edge') return null
  return (
    <div class="chips">
      {others.map(({ id, name, language, letters }) => (
        <button key={id} class="button small" type="button" onClick={() => page.readIn(language, letters)}>
          {`Read it in ${name}`}
        </button>
      ))}
    </div>
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
    <div class="chips">
      <button class="button small" type="button" onClick={() => lookAgain(page)}>
        Look once more: transpositions, Hill, Playfair, XOR
      </button>
    </div>
  )
}
