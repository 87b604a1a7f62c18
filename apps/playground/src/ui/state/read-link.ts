import { fromBase64Url } from './base64-url.ts'
import { type Pace, paces } from './playback.ts'

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
