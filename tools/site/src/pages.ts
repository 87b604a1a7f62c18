import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.ts'

/** A document, by its path in docs/ without `.md`. */
export type Page = readonly [file: string, title: string]

/** Documents that belong together. */
export interface Section {
  readonly text: string
  readonly pages: readonly Page[]
}

/** Guides that come first, under shorter names than their own; all others follow, under their headings. */
const guideTitles: readonly Page[] = [
  ['workers', 'Cloudflare Workers, Hono'],
  ['vite', 'A page, with Vite'],
  ['react', 'React'],
  ['svelte', 'Svelte'],
  ['vue', 'Vue'],
  ['next', 'Next'],
  ['bun-and-deno', 'Bun and Deno'],
  ['require', 'require'],
  ['keras-and-tfjs', 'From Keras and tfjs'],
]

/** The guides: whatever is in docs/guides. */
export const listGuides = (docs: string = path.join(root, 'docs')): Page[] => {
  const files = globSync('guides/*.md', { cwd: docs }).map((file) => path.basename(file, '.md'))
  const known = guideTitles.filter(([file]) => files.includes(file))
  const others = files
    .filter((file) => guideTitles.every(([name]) => name !== file))
    .sort()
    .map((file): Page => [file, headingOf(path.join(docs, 'guides', `${file}.md`))])
  return [...known, ...others].map(([file, title]) => [`guides/${file}`, title])
}

const headingOf = (file: string): string =>
  readFileSync(file, 'utf8').match(/^# (.*)$/m)?.[1] ?? path.basename(file, '.md')

/** The documents in their order, as the sidebar shows them. */
export const listSections = (): Section[] => [
  {
    text: 'Start',
    pages: [
      ['first-pipeline', 'A first pipeline'],
      ['page', 'The page'],
      ['concepts', 'Concepts'],
      ['streaming-and-state', 'Streaming and state'],
      ['errors', 'Errors'],
      ['versions', 'Versions'],
    ],
  },
  { text: 'Guides', pages: listGuides() },
  {
    text: 'What it reads',
    pages: [
      ['live-inference', 'Unknown keys, live'],
      ['encodings', 'Encodings'],
      ['periodic', 'Keys that repeat'],
      ['substitution', 'Substitution'],
      ['homophonic', 'Homophonic substitution'],
      ['enigma', 'Enigma'],
      ['blocks', 'Letters in blocks'],
      ['transpositions', 'Letters in other places'],
      ['flags', 'Flags'],
      ['languages', 'Languages'],
      ['identify', 'What a text is'],
    ],
  },
  {
    text: 'Service',
    pages: [
      ['edge-deployment', 'Deployment, limits and costs'],
      ['edge-sessions', 'Sessions over HTTP and WebSocket'],
    ],
  },
  {
    text: 'Models',
    pages: [
      ['bring-your-own-model', 'Bring your own model'],
      ['graphs', 'Nets of others'],
      ['model-format', 'Model format'],
      ['training', 'Training'],
    ],
  },
  {
    text: 'Measured',
    pages: [
      ['evaluation', 'Evaluation'],
      ['open-world', 'None of these keys'],
      ['corpus', 'The corpus'],
      ['load', 'Load'],
      ['engine', 'Engine'],
      ['bench', 'Bench'],
      ['bench-training', 'Bench of training'],
      ['bench-graph', 'Bench of graphs'],
      ['bench-encodings', 'Bench of encodings'],
      ['overhead', 'Overhead'],
      ['edge-costs', 'The service'],
      ['adopters', 'Where it was tried'],
      ['web-platform-tests', 'Web Platform Tests'],
    ],
  },
  {
    text: 'Lab',
    pages: [
      ['lab/index', 'The lab'],
      ['lab/graph', 'A two-step RNN'],
      ['lab/vanishing', 'Vanishing gradients'],
      ['lab/gates', 'Gates'],
      ['lab/truncation', 'Truncated BPTT'],
      ['lab/caesar', 'Caesar'],
    ],
  },
]
