import { type FunctionalComponent, h, type VNode } from 'vue'
import type { Found } from './found.ts'

/** The list of what was found: each with the headings above it, and an excerpt in which the words are marked. */
export const Results: FunctionalComponent<{ found: readonly Found[] }> = ({ found }) =>
  h(
    'ul',
    { class: 'results' },
    found.map(({ address, title, above, excerpt }) =>
      h('li', { key: address }, [
        h('a', { href: address }, [
          above.length > 0 && h('span', { class: 'above' }, above.join(' › ')),
          h('span', { class: 'title' }, title),
          h('span', { class: 'excerpt' }, marked(excerpt)),
        ]),
      ]),
    ),
  )
Results.props = ['found']

const marked = (excerpt: readonly string[]): (VNode | string)[] =>
  excerpt.map((piece, i) => (i % 2 === 1 ? h('mark', piece) : piece))
