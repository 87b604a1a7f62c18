import type { DecipherEvent, Decipherer, DoneEvent } from '@runnel/decipher'

/** A stream as it stood after so many letters. */
export interface Prefix {
  letters: number
  /** All text so far: what is final, and what is not yet. */
  text: string
  /** Units of it that are final. */
  final: number
  /** Probability of each unit that is not. */
  confidence: readonly number[]
  /** The cipher that was told last. */
  cipher: string
}

/** Reads a ciphertext letter by letter, and takes down how it stood after so many letters, and how it ended. */
export const readPrefixes = (
  decipherer: Decipherer,
  ciphertext: string,
  lengths: readonly number[],
  isCounted: (unit: string) => boolean,
): { prefixes: Prefix[]; final: string; done: DoneEvent } => {
  const session = decipherer.createSession()
  const prefixes: Prefix[] = []
  let [letters, final, cipher] = [0, '', '']
  let interim: { text: string; confidence: readonly number[] } = { text: '', confidence: [] }
  const note = (event: DecipherEvent): void => {
    if (event.type === 'final') final += event.text
    else if (event.type === 'key') cipher = event.cipher
    else if (event.type === 'interim') interim = { text: event.text, confidence: event.confidence ?? [] }
  }
  for (const unit of ciphertext.split('')) {
    interim = { text: '', confidence: [] }
    for (const event of session.push(unit)) note(event)
    if (!isCounted(unit)) continue
    letters++
    if (!lengths.includes(letters)) continue
    const { text, confidence } = interim
    prefixes.push({ letters, text: final + text, final: final.length, confidence, cipher })
  }
  const settled = final
  const done = session.flush().at(-1) as DoneEvent
  return { prefixes, final: settled, done }
}
