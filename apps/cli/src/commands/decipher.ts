import { type DecipherEvent, finalText, tellingLooks } from '@runnel/decipher'
import { encodingOf } from '@runnel/decipher/encodings'
import { carriedBy } from '../carried-by.ts'
import type { ConsoleStreams } from '../console-streams.ts'
import { closingWords, doneOf } from '../deciphering/closing-words.ts'
import { ClueBeside, clueInWords, clueOf } from '../deciphering/clue-of.ts'
import type { DecipherCommandOptions } from '../deciphering/decipher-options.ts'
import { KeyChanges } from '../deciphering/key-changes.ts'
import { createOutput } from '../deciphering/output.ts'
import { createRespacedOutput } from '../deciphering/respaced-output.ts'
import { encodingBy } from '../encoding-by.ts'
import { endOfLine } from '../end-of-line.ts'
import { inputInWords } from '../input-in-words.ts'
import { NothingFitsError } from '../nothing-fits-error.ts'
import { type OpenReading, openReading } from '../open-reading.ts'
import { readTextOrFiles } from '../text-or-files.ts'

/**
 * Deciphers text, files or standard input to standard output, as it arrives, and says on standard error what was found.
 *
 * @param open makes the session, and brings what a chunk asks for; from the options unless given
 * @throws NothingFitsError when no key explains the text, and that is to be a failure
 */
export const decipher = async (
  words: readonly string[],
  options: DecipherCommandOptions,
  streams: ConsoleStreams,
  open: (options: DecipherCommandOptions) => Promise<OpenReading> = openReading,
): Promise<void> => {
  const clue = clueOf(words, options)
  const beside = clue && new ClueBeside(words, clue)
  const opened = await open(clue ? { ...options, clue: clue.known } : options)
  const deciphering = tellingLooks(opened.session)
  const encoding = encodingBy(options)
  const carries = carriedBy(options.cipher)
  const session =
    encoding === 'none'
      ? deciphering
      : encodingOf(encoding)({
          createSession: () => deciphering,
          ...(carries && { carries }),
        }).createSession()
  const show = await (options.respace ? createRespacedOutput(streams) : createOutput(options, streams))
  const changes = new KeyChanges(options.commit)
  let last = ''
  let letters = ''
  const tell = async (read: readonly DecipherEvent[]): Promise<void> => {
    const events = beside?.take(read) ?? read
    changes.note(events)
    const text = finalText(events)
    last = text.slice(-1) || last
    letters ||= text.match(/\p{L}/gu)?.join('') ?? ''
    await show(events)
  }
  for await (const chunk of beside ? [beside.text] : readTextOrFiles(words, streams.stdin)) {
    await opened.bring?.(chunk)
    // Words are bytes of UTF-8 as those of files are.
    const isWords = carries && encoding === 'none' && typeof chunk === 'string'
    await tell(session.push(isWords ? new TextEncoder().encode(chunk) : chunk))
  }
  await opened.bringLast?.()
  const events = session.flush()
  await tell(events)
  const isTextToTell = !options.quiet && options.format === 'text'
  const source = isTextToTell ? inputInWords(words, { always: options.verbose === true }) : []
  const given = isTextToTell ? clueInWords(clue, doneOf(events).cipher) : []
  const lines = [
    ...source,
    ...given,
    ...closingWords(options, { events, changes: changes.inWords(), letters }),
  ]
  const parted = lines.length > 0 && options.format === 'text' ? endOfLine(last, streams) : ''
  streams.stderr.write(parted + lines.map((line) => `${line}\n`).join(''))
  if (options.failUnknown && doneOf(events).cipher === 'unknown') throw new NothingFitsError()
}
