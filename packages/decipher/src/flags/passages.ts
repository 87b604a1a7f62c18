/** Kinds of passages within a text that may stand as they are, whatever the key around them. */
export type PassageKind = 'named' | 'place' | 'bracket' | 'flag'

/** A passage, or what may yet become one, by its places in a text. */
export interface Passage {
  readonly kind: PassageKind
  readonly from: number
  readonly to: number
  /** Whether more of the text may belong to it, or tell that it is none. */
  readonly isOpen: boolean
}

/** Finds passages in texts that go on, or have ended. */
export interface PassageFinder {
  /** The first passage from a place on; what stands before that place tells where lines and words begin. */
  find(text: string, from: number, isEnd: boolean): Passage | undefined
  /** Whether a text is a passage of a kind. */
  isOne(kind: PassageKind, text: string): boolean
}

const AT_LINE = '(?<=^|\\n)'
const AT_WORD = '(?<!\\w)'
/** Labels of what is asked and answered, hinted and added. */
const LABEL = '(?:Q|A|Question|Answer|Hint|Clue|Spoiler|Stage \\d{1,2}|Final|PS|P\\.S\\.):'
/** Words above the name of who writes. */
const GREETING =
  '(?:Yours(?: truly| sincerely| faithfully)?|Love|Best|Regards|Best regards|Kind regards|Sincerely|Cheers|Best wishes)'
const NAME = '[A-Z][\\w. -]{0,24}'
/** A line that gives letters away, as newspapers have beside a cryptogram, and its beginning: sources of patterns. */
const GIVES = "(?:Today['\u2019]s [\\w ]{1,24}\\b[Cc]lue|[Cc]lue|CLUE|[Hh]int|HINT):"
const GIVEN = '[A-Z](?: ?= ?| (?:is|equals|stands for) )[A-Z]'
export const clueForm: string = `${GIVES} ?${GIVEN}(?:, ?${GIVEN}){0,5}\\.? {0,3}`
/** Signs of minutes and seconds. */
const MINUTES = '[\\d.,\'\u2032\u2033" ]'

/** Passages of each kind. @param end what stands behind the last line */
const wholeForms = (end: string): { readonly [kind in PassageKind]: string } => ({
  named: `${AT_LINE}(?:${clueForm}(?=${end})|${LABEL}|${GREETING}(?:,[ \\t]*${NAME}|,)?[ \\t]*(?=${end}))`,
  // Degrees of north or south, and of east or west.
  place: `${AT_WORD}[NS] ?\\d{1,2}[\u00b0\u00ba]${MINUTES}{1,12}[EW] ?\\d{1,3}[\u00b0\u00ba]`,
  bracket: '\\[[^[\\]\\n]{1,80}\\]|\\([^()\\n]{1,80}\\)',
  flag: `${AT_WORD}\\w{2,16}\\{[^{}\\s]{3,140}\\}`,
})

/** A clue as far as it may have come: until it is known to be none, its label is not told from it. */
const MAY_GIVE = `${AT_LINE}(?:Today['\u2019]?s?[\\w ]{0,30}|${GIVES}[ \\w=.,]{0,24}\\r?)$`

/** The same as far as they may have come. */
const BEGUN = [
  `${AT_LINE}(?:[A-Z][\\w.]{0,9}|(?:Stage|Best|Kind|Yours) \\w{0,10})$`,
  `${AT_LINE}${GREETING}(?:,[ \\t]*(?:${NAME})?)?[ \\t]*\\r?$`,
  `${AT_WORD}[NS] ?\\d{0,2}(?:[\u00b0\u00ba]${MINUTES}{0,12}(?:[EW] ?\\d{0,3})?)?$`,
  '\\[[^[\\]\\n]{0,80}$|\\([^()\\n]{0,80}$',
  `${AT_WORD}\\w{1,16}(?:\\{[^{}\\s]{0,140})?$`,
].join('|')

const named = (forms: Readonly<Record<string, string>>): string =>
  Object.entries(forms)
    .map(([kind, form]) => `(?<${kind}>${form})`)
    .join('|')

/** Makes a finder: its expressions have a state, and are made once. */
export const createPassageFinder = (): PassageFinder => {
  const going = new RegExp(`${MAY_GIVE}|${named(wholeForms('\\r?\\n'))}|${BEGUN}`, 'g')
  const ended = new RegExp(named(wholeForms('\\r?\\n|$')), 'g')
  const find: PassageFinder['find'] = (text, from, isEnd) => {
    const form = isEnd ? ended : going
    form.lastIndex = from
    const match = form.exec(text)
    if (!match) return undefined
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? []
    const to = match.index + match[0].length
    const isOpen = kind === undefined
    return { kind: (kind ?? 'named') as PassageKind, from: match.index, to, isOpen }
  }
  return {
    find,
    isOne(kind, text) {
      const found = find(text, 0, true)
      return found?.kind === kind && found.from === 0 && found.to === text.length
    },
  }
}
