import { createHash } from 'node:crypto'

/** Digests of the scripts and styles that stand in a document, as a policy names them. */
export const inlineDigests = (html: string, tag: 'script' | 'style'): string[] =>
  Array.from(
    html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs')),
    ([, content]) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
  )
