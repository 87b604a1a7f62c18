import { brown, type CorpusSource, mobyDick } from '@runnel/corpus'

const texts = [brown, mobyDick]

/** Names of the English texts: the one that figures are of, and the one that constants are chosen on. */
export const englishTexts = texts.map(({ name }) => name)

/** The English text of that name. @throws Error where there is none */
export const openEnglishText = (name: string): CorpusSource => {
  const text = texts.find((source) => source.name === name)
  if (!text) throw new Error(`--text ${name}: expected one of ${englishTexts.join(', ')}`)
  return text
}
