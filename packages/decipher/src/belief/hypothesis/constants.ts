/*
 * How hypotheses are kept. Chosen on Moby-Dick; docs/live-inference.md has what dropping keys costs.
 */

/** Least probability of any symbol, so that one surprise, such as a typing error, does not kill the true key. */
export const FLOOR = 1e-4

/** Hypotheses kept at most, of a key that is filled while the text arrives; keys that are listed are all kept. */
export const WIDTH = 256
