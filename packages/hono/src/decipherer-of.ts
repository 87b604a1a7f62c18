import type { Decipherer } from '@runnel/decipher'
import type { Context } from 'hono'

/**
 * A decipherer, or a function that gives it for a request: made when the first one comes, from the platform's bindings,
 * or by what the request asks for. It is called for each request: remember what it makes.
 */
export type DeciphererSource = Decipherer | ((context: Context) => Decipherer | Promise<Decipherer>)

/** The decipherer for a request. */
export const deciphererOf = async (source: DeciphererSource, context: Context): Promise<Decipherer> =>
  typeof source === 'function' ? source(context) : source
