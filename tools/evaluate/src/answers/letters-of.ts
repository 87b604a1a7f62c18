/** Letters and digits alone, in one case: encodings keep neither case nor spaces. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
