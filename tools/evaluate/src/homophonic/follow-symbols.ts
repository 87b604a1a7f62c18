import type { Decipherer } from '@runnel/decipher'

/** A text in symbols. */
export interface SymbolStream {
  readonly plaintext: string
  readonly ciphertext: string
}

/** One stream from its beginning to its end. */
export interface Followed {
  /** Share of its letters that are read wrong once it has ended. */
  readonly wrong: number
  /** Letters that were final before its end, as a share of all, and those of them that are wrong. */
  readonly final: number
  readonly finalsWrong: number
  /** Letters that had come when a key was first found, or undefined when none was before the end. */
  readonly found: number | undefined
  /** Seconds of CPU for all of it, and for the part that took longest. */
  readonly seconds: number
  readonly longest: number
}

/** UTF-16 units that come at a time. */
const PART = 8

/** Reads a stream part by part. */
export const followSymbols = (decipherer: Decipherer, { plaintext, ciphertext }: SymbolStream): Followed => {
  const session = decipherer.createSession()
  let [text, seconds, longest, before]: [string, number, number, number] = ['', 0, 0, 0]
  let found: number | undefined
  const take = (events: ReturnType<typeof session.push>, at: number): void => {
    for (const event of events) {
      if (event.type === 'final') text += event.text
      if (event.type === 'key' && event.cipher !== 'unknown' && at < ciphertext.length) found ??= at
    }
  }
  for (let at = 0; at < ciphertext.length; at += PART) {
    const began = process.cpuUsage()
    take(session.push(ciphertext.slice(at, at + PART)), at + PART)
    if (at + PART >= ciphertext.length) {
      before = text.length
      take(session.flush(), ciphertext.length)
    }
    const { user, system } = process.cpuUsage(began)
    seconds += (user + system) / 1e6
    longest = Math.max(longest, (user + system) / 1e6)
  }
  session.free()
  const isWrong = (unit: string, at: number): boolean => /[a-z]/.test(plaintext[at]) && unit !== plaintext[at]
  const letters = plaintext.replace(/[^a-z]/g, '').length
  const finals = Array.from(text.slice(0, before))
  return {
    wrong: Array.from(text).filter(isWrong).length / letters,
    final: finals.filter((_, at) => /[a-z]/.test(plaintext[at])).length / letters,
    finalsWrong: finals.filter(isWrong).length / letters,
    found,
    seconds,
    longest,
  }
}
