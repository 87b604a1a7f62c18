import { InvalidOptionError, RunnelError } from '@runnel/core'
import { isOfOtherScript } from './alphabet-help.ts'
import { nearWord } from './near-word.ts'

/** Names of options on the command line, where the packages have others. */
const FLAGS: Readonly<Record<string, string>> = {
  candidates: '--top',
  corpus: '--corpus',
  'commit.probability': '--commit',
  'commit.maxDelay': '--max-delay',
  'keyChange.rate': '--key-change',
}

/**
 * A foreseen error in a line, with the names of options as they were typed, and the word that a mistyped one may have meant;
 * any other with its stack, since it is a fault of ours.
 */
export const errorInWords = (error: unknown): string => {
  if (!RunnelError.isInstance(error)) return (error as Error)?.stack ?? String(error)
  if (!InvalidOptionError.isInstance(error)) return error.message
  const { option, received, expected, message } = error
  const flag = FLAGS[option]
  const words = /^one of (.*)$/.exec(expected)?.[1] ?? ''
  const help = guess(String(received), words) + (option === 'key' ? remedy(String(received)) : '')
  return `${flag ? message.replace(`${option}:`, `${flag}:`) : message}${help}`
}

/** The option with which a key of other letters is one. */
const remedy = (key: string): string =>
  isOfOtherScript(key) ? '\n(--alphabet ru, uk or el moves Cyrillic or Greek letters)' : ''

/** A complaint of commander, with the choice that a mistyped word may have meant. */
export const complaintInWords = (text: string): string => {
  const [, word = '', choices = ''] = /'([^']*)' is invalid.* Allowed choices are (.*)\.$/m.exec(text) ?? []
  return `${text.trimEnd().replace(/^error: /, 'runnel: ')}${guess(word, choices)}\n`
}

const guess = (word: string, choices: string): string => {
  const meant = nearWord(word.toLowerCase(), choices.split(', '))
  return meant === undefined ? '' : `\n(Did you mean ${meant}?)`
}
