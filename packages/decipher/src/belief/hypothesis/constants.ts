/*
 * Constants of keeping hypotheses. Chosen on Moby-Dick; docs/live-inference.md has what dropping keys costs.
 */

/** Least probability that any symbol counts for, whatever a model says: keeps products and quotients finite. */
export const LEAST = 1e-12

/** Hypotheses kept at most, of a key that is filled while the text arrives; keys that are listed are all kept. */
export const WIDTH = 256
