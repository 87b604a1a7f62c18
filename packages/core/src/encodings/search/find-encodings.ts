import { createDecodingStream } from '../decoding-stream.ts'
import { createEncoding } from '../list.ts'
import { createReversed } from '../reversed.ts'
import { decodeText } from '../whole-text.ts'
import { bytesIn } from './bytes-in.ts'
import { ENOUGH_SIGNS, MOST_DECODED, MOST_FOUND, OF_FLAG, PRIORS, WORDS } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'
import { encodingLooks } from './looks.ts'
import { textCost } from './text-cost.ts'

/** Names of encodings, outermost first, and the cost of a text that is held to be in them. */
interface Found {
  readonly names: readonly string[]
  /** Tenths of a bit. */
  readonly cost: number
}

/**
 * The encodings that a text is most likely in, outermost first; none where it is likelier to be text as it stands. Weighs
 * how short the decoded text is to tell: up to four encodings deep, and at most 80 texts decoded,
 * beside those that keys are tried on.
 *
 * @param isWhole whether the text is known up to its end
 * @example
 * import { findEncodings } from '@runnel/core/encodings'
 * findEncodings('YUdWc2JHOGdkMjl5YkdRPQ==', true) // ['base64', 'base64']
 * findEncodings('H4sIAAAAAAAA//NIzcnJBwCCidH3BQAAAA==', true) // ['base64', 'gzip']
 */
export const findEncodings = (text: string, isWhole: boolean): readonly string[] => {
  const looks = encodingLooks()
  const ofBytes = looks.filter(({ name }) => /^(?:hex|base64|base32)$/.test(name))
  let left = MOST_DECODED
  /** @param isTurned whether it was turned just before: a second turn is looked for in vain, and takes what may be decoded */
  const search = (given: string, depth: number, isTurned = false): Found => {
    const plain: Found = { names: [], cost: costOf(given) }
    if (depth === MOST_FOUND) return plain
    const found = looks.map((look) => {
      if (!mayBe(look, given) || left === 0) return plain
      left--
      const decoded = decodedBy(look, given, isWhole)
      if (decoded === undefined) return plain
      const inBytes = bytesIn(look, given, isWhole)
      if (inBytes) {
        const inner = search(inBytes.content, depth + 1)
        const isContent = inner.names.length > 0 || inBytes.content === '' || isText(inBytes.content)
        return isContent
          ? within(look.name, look.prior, { ...inner, names: [inBytes.name, ...inner.names] })
          : plain
      }
      const inner = search(look.isAround ? decoded.trim() : decoded, depth + 1, look.name === 'rot47')
      const isNone = inner.names.length === 0 && (look.isAround === true || !isText(decoded))
      return isNone ? plain : within(look.name, look.prior, inner)
    })
    if (isCoded(given) && !isTurned) found.push(...turned(given, depth))
    if (isWhole && FLAG_BACKWARDS.test(given)) {
      const cost = costOf(decodeText(createReversed(), given))
      found.push(within('reversed', PRIORS.reversed, { names: [], cost }))
    }
    return found.reduce((best, one) => (one.cost < best.cost ? one : best), plain)
  }
  /** Encoded text that was written backwards, or moved by a key: hardly any key but the right one gives text. */
  const turned = (given: string, depth: number): Found[] =>
    [...USUAL, 'atbash', ...Array.from({ length: 25 }, (_, i) => `caesar-${i + 1}`)].flatMap((name) => {
      const content = decodeText(createEncoding(name), given)
      const isKey = !USUAL.includes(name)
      // Hex has too few letters to tell a shift by.
      const mayBeIn = (look: EncodingLook): boolean => look.name !== 'hex' || name === 'atbash'
      if (isKey && !ofBytes.some((look) => mayBeIn(look) && isMuchText(look, content, isWhole))) return []
      const { names, cost } = search(content, depth + 1, true)
      // Text that is only written backwards, or turned, costs as much as it does as it stands.
      return names.length === 0 ? [] : [within(name, isKey ? PRIORS.short : PRIORS.reversed, { names, cost })]
    })
  return search(text, 0).names
}

/** The answer to a security puzzle, as `flag{...}`, in any letters, or an object in JSON; and the former from its end to its start. */
const FLAG = /^(?:\w{2,16}\{[!-z|~]{3,}|\{"\w+":[ -z|~]+)\}$/
const FLAG_BACKWARDS = /^\}[!-z|~]{3,}\{\w{2,16}$/

/** The cost of a text: less where it is written as a flag, which nothing is by chance. */
const costOf = (text: string): number => textCost(text) - (FLAG.test(text) ? OF_FLAG : 0)

/**
 * Whether decoded text can be text: no control characters, and while it is short mostly letters, digits and spaces, since a
 * few signs may come by chance.
 */
const isText = (decoded: string): boolean => {
  if (/[^\P{Cc}\t\n\r]|\ufffd/u.test(decoded)) return false
  if (FLAG.test(decoded) || FLAG_BACKWARDS.test(decoded)) return true
  const words = decoded.match(/[\p{L}\d\s]/gu)?.length ?? 0
  return decoded.length >= ENOUGH_SIGNS || words >= WORDS * decoded.length
}

/** Whether a text may be in an encoding, or may still come to be, going by its characters. */
export const mayBe = ({ stranger, mayGoOn }: EncodingLook, text: string): boolean =>
  !stranger.test(text) && (mayGoOn?.(text) ?? true)

const within = (name: string, prior: number, { names, cost }: Found): Found => ({
  names: [name, ...names],
  cost: cost + prior,
})

/** Ways in which what is encoded is often written once more, by which it is no longer to tell. */
const USUAL: readonly string[] = ['reversed', 'rot13']

/** Whether a text is encoded, and so much comes out of it that by chance it would be no text. */
const isMuchText = (look: EncodingLook, text: string, isWhole: boolean): boolean => {
  const decoded = mayBe(look, text) ? decodedBy(look, text, isWhole) : undefined
  return decoded !== undefined && decoded.length >= ENOUGH_SIGNS && isText(decoded)
}

/** The signs of what may be encoded backwards, or moved by a key. */
const isCoded = (text: string): boolean => /^[\w+/=-]{16,}$/.test(text) && /[a-z]/i.test(text)

const decodedBy = (look: EncodingLook, text: string, isWhole: boolean): string | undefined => {
  const stream = createDecodingStream(createEncoding(look.name))
  const decoded = stream.push(text) + (isWhole ? stream.flush() : '')
  return stream.fault || !look.fits({ text, decoded, isWhole }) ? undefined : decoded
}
