import type { Decipherer } from '@runnel/decipher'
import { decipherEvents, type SettledText, settledText } from '@runnel/rx-operators'
import { auditTime, merge, type Observable, share, takeLast } from 'rxjs'
import { webSocket } from 'rxjs/webSocket'

/**
 * Deciphers a feed of ciphertext from a socket into the text so far: at most 30 times a second, and once at the end.
 *
 * Unsubscribing closes the socket and frees the session.
 */
export const readLive = (url: string, decipherer: Decipherer): Observable<SettledText> => {
  const socket = webSocket<string>({ url, deserializer: ({ data }) => data })
  // The last 500 characters: what is drawn does not grow with the feed.
  const text = socket.pipe(decipherEvents(decipherer), settledText({ keep: 500 }), share())
  return merge(text.pipe(auditTime(1000 / 30)), text.pipe(takeLast(1)))
}
