import { toBase64Url } from './base64-url.ts'
import type { LinkChoices } from './read-link.ts'

/** Characters of the longest link that is made: longer ones are cut short on their way. */
const MOST_LINK = 8000

/** The address of this page with a ciphertext after its #; nothing of it is sent to a server. */
export const shareLink = async (text: string, choices: LinkChoices): Promise<string | 'too-long'> => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const fields = new URLSearchParams({
    c: toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer())),
  })
  if (choices.cipher && choices.cipher !== 'auto') fields.set('cipher', choices.cipher)
  if (choices.pace && choices.pace !== 'reading') fields.set('pace', choices.pace)
  if (choices.at !== undefined) fields.set('at', String(choices.at))
  if (choices.hide) fields.set('hide', '1')
  const link = `${location.origin}/#${fields}`
  return link.length > MOST_LINK ? 'too-long' : link
}
