import { cipherTitle } from '@runnel/core/ciphers'
import { keyPeriod, placesIn } from './key-period.ts'
import { keyWithLetter } from './key-with-letter.ts'
import type { PageView } from './page-context.ts'
import type { Stretch } from './stretches.ts'

/** The stretch whose key is shown, where it is one that begins anew. */
export const repeatingStretch = ({ stretches, letter }: PageView): Stretch | undefined => {
  const stretch = stretches.value.findLast(({ start }) => start <= Math.max(0, letter.value))
  return stretch && keyPeriod(stretch) ? stretch : undefined
}

/**
 * Sets a letter by hand, or frees it. Of a key that begins anew, which reads a letter otherwise at each place, it sets the
 * place of the letter that is looked at.
 */
export const setLetter = (view: PageView, cipher: string, plain: string | undefined): void => {
  const { page, decoded, letter } = view
  const stretch = repeatingStretch(view)
  const period = stretch && keyPeriod(stretch)
  if (!stretch || !period) {
    page.lock(cipher, plain)
    return
  }
  if (!plain) return
  const at = Math.max(0, letter.value)
  const places = placesIn(decoded.value.slice(stretch.start, at + 1), period)
  const here = places[at - stretch.start]
  // A space or a sign takes the place of the letter that comes next.
  const place = here >= 0 ? here : 1 + Math.max(-1, ...places.slice(-256))
  const key = keyWithLetter(stretch, { cipher, plain, place })
  if (key === undefined) {
    const words = `No key of ${cipherTitle(stretch.cipher)} reads ${cipher} as ${plain} there.`
    page.notices.show({ id: 'letter', kind: 'bad', words, canClose: true })
    return
  }
  page.notices.close('letter')
  page.setKey({ cipher: stretch.cipher, key }, stretch.start)
}
