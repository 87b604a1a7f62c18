import { areFiles } from './text-or-files.ts'

/** Words that look like names of files: with an ending, perhaps in folders, or with a folder that is told by dots. */
const FILE = /^[\w.~/\\-]*\w\.\w{1,4}$|^\.{1,2}[\\/]/

/**
 * A line on where the text came from, where words of the command line were read as the text itself: always when asked for,
 * and otherwise where a word looks like the name of a file that is not there.
 */
export const inputInWords = (
  words: readonly string[],
  { always = false }: { always?: boolean } = {},
): string[] => {
  if (areFiles(words)) return []
  const file = words.find((word) => FILE.test(word))
  if (file !== undefined)
    return [`there is no file ${file}: the words of the command line were read as the text`]
  return always ? ['the words of the command line were read as the text: no file is named so'] : []
}
