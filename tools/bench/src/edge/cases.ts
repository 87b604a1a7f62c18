import { createCipher, createRandom } from '@runnel/core'
import { brown } from '@runnel/corpus'

/** One thing that a request may ask for. */
export interface Case {
  name: string
  /** Query of the request; the same as options for a session in process. */
  query: string
  /** Ciphertexts, one request each. */
  texts: readonly string[]
  /** Times that all `texts` are sent in a round. */
  times: number
  /** A stream long enough that what its beginning costs is nothing. */
  long: boolean
}

/** The cases, from the cheapest to the dearest: text of the Brown corpus, which no model was trained on. */
export const cases = (): Case[] => {
  const caesar = createCipher('caesar')
  const key = caesar.parseKey('11')
  const text = brown.read()
  const stream = [caesar.encrypt(text.slice(0, 1 << 20), key)]
  const random = createRandom(7)
  const messages = Array.from({ length: 40 }, () => {
    const start = text.indexOf('\n', random.integer(text.length - 10_000)) + 1
    return caesar.encrypt(text.slice(start, start + 64), key)
  })
  const noise = Array.from({ length: 4096 }, () => String.fromCharCode(97 + random.integer(26))).join('')
  const changing = Array.from({ length: 512 }, (_, at) =>
    caesar.encrypt(text.slice(8 * at, 8 * at + 8), caesar.generateKey(random)),
  ).join('')
  const locked = (watch: string) => ({
    name: `key unknown, locked, watch ${watch}`,
    query: `watch=${watch}`,
    texts: stream,
    times: 1,
    long: true,
  })
  const searching = (name: string, given: string): Case => ({
    name: `key unknown, searching: ${name}`,
    query: '',
    texts: [given],
    times: 1,
    long: false,
  })
  return [
    { name: 'key known', query: 'cipher=caesar&key=11', texts: stream, times: 4, long: true },
    locked('off'),
    locked('adaptive'),
    { ...locked('every'), texts: stream.map((all) => all.slice(0, 1 << 17)) },
    { name: 'key unknown, searching: messages of 64', query: '', texts: messages, times: 1, long: false },
    searching('no key fits, 200 letters', noise.slice(0, 200)),
    searching('no key fits, 4,096 letters', noise),
    searching('another key at each eighth letter', changing),
  ]
}
