import type { State } from '@runnel/rnn-model'

/** From where on a hypothesis reads with which key. */
export interface Era {
  readonly key: number
  /** UTF-16 units from the start of the stream. */
  readonly since: number
  /** What it held before; dropped once no text of that time waits. */
  before: Era | undefined
}

/** A key that the text may be written with now, and what the net remembers of the text as this key reads it. */
export interface Hypothesis {
  readonly key: number
  era: Era
  /** Probability that it is true; those of all hypotheses sum to 1. */
  weight: number
  /** Undefined as long as it stands where every stream starts. */
  state: State | undefined
  /** Token id that the net has yet to read. */
  id: number
}

/** The key with which a hypothesis reads the unit at `position`. */
export const keyAt = (era: Era, position: number): number => {
  let at = era
  while (at.since > position && at.before) at = at.before
  return at.key
}

/** Drops what only concerns text before `position`. */
export const forget = (era: Era, position: number): void => {
  let at = era
  while (at.since > position && at.before) at = at.before
  at.before = undefined
}

/** The latest era and all before it. */
export const eras = (era: Era): Era[] => {
  const list: Era[] = []
  for (let at: Era | undefined = era; at; at = at.before) list.push(at)
  return list
}
