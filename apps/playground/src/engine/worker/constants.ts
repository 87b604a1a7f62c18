/** Milliseconds of reading before messages are looked at: stopping is obeyed within 100 ms then. */
export const SLICE = 12

/** Milliseconds over which the letters a second are told. */
export const SPEED_SPAN = 500
