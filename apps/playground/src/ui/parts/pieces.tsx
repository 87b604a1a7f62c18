import type { JSX } from 'preact'
import type { Piece } from '../words/piece.ts'

/** The pieces of a sentence, each in its own type. */
export const Pieces = ({ pieces }: { pieces: readonly Piece[] }): JSX.Element => (
  <>
    {pieces.map((piece, index) =>
      typeof piece === 'string' ? (
        piece
      ) : 'strong' in piece ? (
        <b key={index}>{piece.strong}</b>
      ) : (
        <span key={index} class="turned">
          {piece.turned}
        </span>
      ),
    )}
  </>
)
