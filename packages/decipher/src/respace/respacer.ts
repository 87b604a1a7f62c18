import { isSpace } from '@runnel/core'
import type { Counts } from '../language/counts/counts.ts'

/** Puts spaces between the words of a text that has none, while it arrives. */
export interface Respacer {
  /** The text whose spaces are decided by this chunk. Spaces that it has are left out. */
  push(text: string): string
  /** The rest, at the end. */
  flush(): string
}

/** Ways to part a text that are followed at once. */
const WAYS = 48
/** UTF-16 units of text that wait at the most; then the likeliest way decides. */
const MOST_WAITING = 96

/** One way to part the text that waits. */
interface Way {
  /** The text with its spaces. */
  readonly text: string
  /** The latest symbols, as many as the counts depend on. */
  readonly ids: readonly number[]
  /** In proportion to how probable it is. */
  readonly weight: number
}

/**
 * Puts spaces where words end, by counts of letters and spaces: many ways to part a text are followed, and what they agree
 * on is given. However a text is cut, the same comes out.
 *
 * @example
 * import { loadCounts } from '@runnel/decipher'
 * import { createRespacer } from '@runnel/decipher/respace'
 * import { englishCounts } from '@runnel/models/english-counts'
 * const respacer = createRespacer(await loadCounts(englishCounts))
 * respacer.push('themorningwascold') + respacer.flush() // 'the morning was cold'
 */
export const createRespacer = (counts: Counts): Respacer => {
  const space = counts.tokenizer.encode(' ')[0]
  let ways: readonly Way[] = [{ text: '', ids: [space], weight: 1 }]

  const read = (way: Way, id: number, text: string): Way => {
    const probability = counts.probabilityOf(id, counts.contextOf(way.ids, way.ids.length))
    return {
      text: way.text + text,
      ids: [...way.ids, id].slice(-counts.depth),
      weight: way.weight * probability,
    }
  }
  /** The text that is decided, which all ways then begin after. */
  const settle = (length: number): string => {
    const settled = ways[0].text.slice(0, length)
    ways = ways
      .filter(({ text }) => text.startsWith(settled))
      .map((way) => ({ ...way, text: way.text.slice(length) }))
    return settled
  }
  const take = (character: string): string => {
    const [id] = counts.tokenizer.encode(character)
    const next = ways.flatMap((way) => {
      const joined = read(way, id, character)
      return way.ids[way.ids.length - 1] === space
        ? [joined]
        : [joined, read(read(way, space, ' '), id, character)]
    })
    ways = best(next)
    const { length } = ways[0].text
    return settle(length > MOST_WAITING ? length - MOST_WAITING : agreed(ways))
  }
  return {
    push(text) {
      let settled = ''
      for (const character of text) if (!isSpace(character.charCodeAt(0))) settled += take(character)
      return settled
    },
    flush: () => settle(ways[0].text.length),
  }
}

/** The likeliest ways, of those that go on alike the likelier; weights are those of the likeliest, which is 1. */
const best = (ways: readonly Way[]): readonly Way[] => {
  const kept = new Map<string, Way>()
  for (const way of ways) {
    const context = way.ids.join(' ')
    if (way.weight > (kept.get(context)?.weight ?? 0)) kept.set(context, way)
  }
  const ranked = [...kept.values()].sort((a, b) => b.weight - a.weight).slice(0, WAYS)
  const [{ weight: most }] = ranked
  return ranked.map((way) => ({ ...way, weight: way.weight / most }))
}

/** UTF-16 units at the beginning that all ways have in common. */
const agreed = (ways: readonly Way[]): number => {
  const [{ text }] = ways
  let length = text.length
  for (const way of ways) {
    let same = 0
    while (same < length && way.text[same] === text[same]) same++
    length = same
  }
  return length
}
