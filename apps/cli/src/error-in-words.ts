import { InvalidOptionError, RunnelError } from '@runnel/core'
import { nearWord } from './near-word.ts'

/** What the command line calls options that the packages name otherwise. */
const FLAGS: Readonly<Record<string, string>> = {
  candidates: '--top',
  'commit.probability': '--commit',
  'commit.maxDelay': '--max-delay',
  'keyChange.rate': '--key-change',
}

/** A foreseen error in a line, with the names of options as they were typed; any other with its stack, since it is a fault of ours. */
export const errorInWords = (error: unknown): string => {
  if (!RunnelError.isInstance(error)) return (error as Error)?.stack ?? String(error)
  const flag = InvalidOptionError.isInstance(error) ? FLAGS[error.option] : undefined
  return flag ? error.message.replace(`${(error as InvalidOptionError).option}:`, `${flag}:`) : error.message
}

/** A complaint of commander, with the choice that a mistyped word may have meant. */
export const complaintInWords = (text: string): string => {
  const [, word = '', choices = ''] = /'([^']*)' is invalid.* Allowed choices are (.*)\.$/m.exec(text) ?? []
  const meant = nearWord(word.toLowerCase(), choices.split(', '))
  return `${text.replace(/^error: /, 'runnel: ')}${meant ? `(Did you mean ${meant}?)\n` : ''}`
}
