import type { Encoding } from './encoding.ts'
import { createReplaced, turnedRows } from './replaced.ts'

/** Keys of a keyboard (ANSI X3.154), row by row, as they are and with Shift. */
const QWERTY = [
  "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
  '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
]

/** Typed with the hands one key too far to the right, `g` for `f`; behind the last of a row comes the next row. */
export const createKeysRight = (): Encoding => createReplaced('keys-right', turnedRows(QWERTY, 1))

/** Typed with the hands one key too far to the left, `d` for `f`. */
export const createKeysLeft = (): Encoding => createReplaced('keys-left', turnedRows(QWERTY, -1))
