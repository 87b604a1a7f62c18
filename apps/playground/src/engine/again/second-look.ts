import { findCipher } from '@runnel/core/ciphers'
import { EncodingError } from '@runnel/core/encodings'
import type { Counts, Decipherer, DoneEvent } from '@runnel/decipher'
import { otherCiphers } from '@runnel/decipher/again'
import { loadIdentifier } from '@runnel/decipher/identify'
import { identify } from '@runnel/models/identify'
import type { RnnModel } from '@runnel/rnn-model'
import type { FoundAgain } from '../frame.ts'

/** Belief from which on a reading is held for the right one. */
const SURE = 0.9

/** UTF-16 units that are read before others may have their turn. */
const PIECE = 32

/**
 * Reads a text that nothing has explained by ciphers that end with the text, one after the other, and gives way after each
 * piece.
 *
 * @yields the number of ciphers that have been tried
 * @returns the surest reading, where one is sure
 */
export async function* secondLook(
  text: string,
  means: { readonly model: RnnModel; readonly counts: Counts },
): AsyncGenerator<number, FoundAgain | undefined> {
  const identifier = await loadIdentifier(identify)
  let best: DoneEvent | undefined
  let tried = 0
  for (const other of otherCiphers({ ...means, identifier }).others(text)) {
    for (const done of readWhole(other, text)) {
      yield tried
      if (!done || done.cipher === 'unknown' || done.cipher === 'plain') continue
      if (done.probability >= SURE && done.probability > (best?.probability ?? 0)) best = done
    }
    tried++
  }
  return best && foundOf(best)
}

/** Reads all of a text in pieces: nothing after each, and at last how it ended; nothing of a text in no such encoding. */
function* readWhole(decipherer: Decipherer, text: string): Generator<DoneEvent | undefined> {
  const session = decipherer.createSession()
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      session.push(text.slice(at, at + PIECE))
      yield undefined
    }
    yield session.flush().find((event) => event.type === 'done')
  } catch (error) {
    if (!EncodingError.isInstance(error)) throw error
  } finally {
    session.free()
  }
}

/** A reading as the page sets keys by hand. */
const foundOf = ({ cipher, key, probability, encoding }: DoneEvent): FoundAgain => {
  const own = findCipher(cipher)
  const fields = Object.keys(key)
  const form = fields.length === 1 && fields[0] === 'key' ? Object.values(key)[0] : key
  const written = [key, form].flatMap((one) => {
    try {
      return [own.formatKey(one)]
    } catch {
      return []
    }
  })
  return { cipher, key: written[0] ?? String(form), probability, ...(encoding && { encoding }) }
}
