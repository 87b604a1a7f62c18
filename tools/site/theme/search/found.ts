import type MiniSearch from 'minisearch'

/** A section of a page, as the index keeps it. */
interface Section {
  title: string
  /** Headings above it, the page's own first. */
  titles: string[]
  text: string
}

/** A section that a search has found. */
export interface Found {
  readonly address: string
  readonly title: string
  readonly above: readonly string[]
  /** The surroundings of the first words that fit: every other piece, from the second on, fits. */
  readonly excerpt: readonly string[]
}

const MOST = 20

/** Letters of an excerpt before the first words that fit, and in all. */
const [BEFORE, LONG] = [60, 200]

/** Sections that fit some words, best first, each with the words in their surroundings. */
export const findSections = (index: MiniSearch<Section>, words: string): Found[] =>
  index
    .search(words)
    .slice(0, MOST)
    .map((result) => ({
      address: String(result.id),
      title: plain(result.title),
      above: (result.titles as string[]).map(plain),
      excerpt: excerptOf(plain(result.text), result.terms),
    }))

/** A text without the marks of HTML. */
const plain = (html: string): string =>
  (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '')
    .replaceAll('\u200b', '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const excerptOf = (text: string, terms: readonly string[]): string[] => {
  const fitting = new RegExp(`(${terms.map(escaped).join('|')})`, 'gi')
  const first = Math.max(0, text.search(fitting))
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
  const part = text.slice(from, from + LONG)
  const [start, end] = [from > 0 ? '… ' : '', from + LONG < text.length ? ' …' : '']
  const pieces = part.split(fitting)
  return pieces.map((piece, i) => (i === 0 ? start : '') + piece + (i === pieces.length - 1 ? end : ''))
}

const escaped = (term: string): string => term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
