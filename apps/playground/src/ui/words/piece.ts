/** A piece of a sentence: plain, strong, or in the colour of a changed key. */
export type Piece = string | { readonly strong: string } | { readonly turned: string }

/** A sentence as plain text, to be said aloud. */
export const plainWords = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.turned))
    .join('')
