/** The layout of a text: words with spaces between them, or letters alone. */
export type Layout = 'words' | 'letters'
