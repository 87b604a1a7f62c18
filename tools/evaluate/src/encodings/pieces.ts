/** Pieces of a text that somebody may paste. */
export interface Pieces {
  readonly name: string
  readonly pieces: readonly string[]
}

/** Characters between the starts of windows, and of a window. */
const [STEP, WINDOW] = [37, 80]

/** Cuts a text into its words, its lines, windows of 80 characters, and letters that are written together. */
export const piecesOf = (text: string): Pieces[] => {
  const letters = text.replace(/[^a-z]/gi, '')
  const runs = windows(letters)
  return [
    { name: 'words', pieces: [...new Set(text.split(/\s+/))].filter((word) => word !== '') },
    { name: 'lines', pieces: text.split('\n').filter((line) => line !== '') },
    { name: `windows of ${WINDOW} characters`, pieces: windows(text) },
    { name: 'letters together', pieces: runs },
    { name: 'capitals together', pieces: runs.map((run) => run.toUpperCase()) },
    { name: '12 letters together', pieces: runs.map((run) => run.slice(0, 12)) },
  ]
}

const windows = (text: string): string[] => {
  const cut: string[] = []
  for (let at = 0; at + WINDOW <= text.length; at += STEP) cut.push(text.slice(at, at + WINDOW))
  return cut
}
