import type { Notice } from '../state/notices.ts'
import type { Page } from '../state/page.ts'
import { connectionNotice, faultNotice } from '../words/fault-words.ts'
import { count, counted } from '../words/numbers.ts'

/** Letters from which a reading is worth a line that says how far it is. */
const LONG_TEXT = 4000

/** Names of engines begin so where WebAssembly is fast. */
const FAST = 'wasm-'

/** All that is out of the ordinary now, the gravest first. */
export const pageNotices = (page: Page): Notice[] => {
  const { reader, notices } = page
  const connection = reader.connection.value
  // A connection that was given up is told by its own line, with the letter up to which it stood.
  const isGivenUp = connection?.state === 'given up'
  const told = reader.fault.value
  const fault = isGivenUp && told?.code === 'connection-failed' ? undefined : told
  const found: (Notice | undefined)[] = [
    fault &&
      faultNotice(fault, { retry: () => void retry(page), useBrowser: () => page.useEngine('browser') }),
    ...notices.all.value,
    connection &&
      connectionNotice(connection, {
        retry: () => reader.resume(),
        useBrowser: () => page.useEngine('browser'),
      }),
    looking(page),
    progress(page),
    page.isOffline.value
      ? { id: 'offline', kind: 'plain', words: 'Offline. Everything works but reading at the edge.' }
      : undefined,
    reader.kind === 'browser' && reader.ready.value && !reader.ready.value.engine.startsWith(FAST)
      ? { id: 'slow', kind: 'wait', words: 'No fast WebAssembly here: about 1,000 letters a second.' }
      : undefined,
  ]
  return found.filter((notice) => notice !== undefined)
}

const retry = async ({ reader }: Page): Promise<void> => {
  await reader.load()
  if (reader.text && reader.log.latest.read === 0) reader.begin(reader.text, reader.isWhole)
}

/** A second look says what it does, and can be stopped; one that found nothing says so. */
const looking = ({ reader }: Page): Notice | undefined => {
  const look = reader.look.value
  if (!look || look.ended === 'found') return undefined
  const tried = `${counted(look.tried, 'cipher')} tried`
  if (!look.ended) {
    const action = { words: 'Stop', run: () => reader.stop() }
    return { id: 'look', kind: 'plain', words: `Looking once more: ${tried} so far.`, isQuiet: true, action }
  }
  return {
    id: 'look',
    kind: 'plain',
    words:
      look.ended === 'stopped'
        ? `The second look was stopped: ${tried}.`
        : `The second look found nothing either: ${tried}.`,
  }
}

/** A long reading says how far it is, and can be stopped. */
const progress = ({ reader }: Page): Notice | undefined => {
  reader.version.value
  const { log, decoded: text } = reader
  const { read } = log.latest
  const left = text.length - read
  if (text.length < LONG_TEXT || left <= 0 || read === 0) return undefined
  const far = `${count(read)} of ${counted(text.length, 'letter')} read`
  if (log.stopped) {
    return {
      id: 'reading',
      kind: 'plain',
      words: `Stopped: ${far}.`,
      progress: read / text.length,
      action: { words: 'Go on', run: () => reader.resume() },
    }
  }
  const seconds = log.speed > 0 ? Math.ceil(left / log.speed) : 0
  const time = seconds > 120 ? counted(Math.ceil(seconds / 60), 'minute') : counted(seconds, 'second')
  const words = seconds > 0 ? `${far}, ${time} left.` : `${far}.`
  return {
    id: 'reading',
    kind: 'plain',
    words,
    isQuiet: true,
    progress: read / text.length,
    action: { words: 'Stop', run: () => reader.stop() },
  }
}
