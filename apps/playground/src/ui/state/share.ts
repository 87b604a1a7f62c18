import { fromBase64Url, toBase64Url } from './base64-url.ts'
import { type Pace, paces } from './playback.ts'

/** Characters of the longest link that is made: longer ones are cut short on their way. */
const MOST_LINK = 8000

/** UTF-16 units of the longest text that a link is unpacked into. */
const MOST_TEXT = 1_000_000

/** Choices that a link tells besides the text. */
export interface LinkChoices {
  readonly cipher?: string
  readonly pace?: Pace
  /** Letters read when it opens. */
  readonly at?: number
  readonly hide?: boolean
}

/** The content of a link. */
export interface LinkContent extends LinkChoices {
  readonly text: string
}

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

/** Reads the fragment of an address. @returns undefined when it holds no text, `'damaged'` when that cannot be read */
export const readLink = async (hash: string): Promise<LinkContent | 'damaged' | undefined> => {
  if (!hash.startsWith('#c=')) return undefined
  const fields = new URLSearchParams(hash.slice(1))
  try {
    const packed = new Blob([fromBase64Url(fields.get('c') ?? '')]).stream()
    const bytes = await new Response(packed.pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer()
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text || text.length > MOST_TEXT) return 'damaged'
    const pace = fields.get('pace')
    const at = Number(fields.get('at') ?? Number.NaN)
    const cipher = fields.get('cipher')
    return {
      text,
      ...(cipher && { cipher }),
      ...(pace && Object.hasOwn(paces, pace) && { pace: pace as Pace }),
      ...(Number.isSafeInteger(at) && at >= 0 && { at }),
      ...(fields.get('hide') === '1' && { hide: true }),
    }
  } catch {
    return 'damaged'
  }
}
