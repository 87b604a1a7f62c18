import type { Entry } from './api/entries.ts'
import type { Section } from './pages.ts'

/**
 * The list of pages for programs that read, as `llms.txt`: each page lies beside it as Markdown.
 *
 * Source of the form: llmstxt.org.
 */
export const llmsText = (sections: readonly Section[], entries: readonly Entry[]): string => {
  const list = (text: string, links: readonly string[]): string => `## ${text}\n\n${links.join('\n')}\n`
  return [
    '# Runnel\n',
    '> Deciphers text while it streams, the key unknown: small recurrent nets, whose hidden state is carried from chunk to ' +
      'chunk, in TypeScript and WebAssembly, for RxJS, Web Streams, Node, browsers and Cloudflare Workers.\n',
    'Packages: `@runnel/decipher` (sessions, streams), `@runnel/rnn-model` (nets), `@runnel/models` (weights), ' +
      '`@runnel/rx-operators`, `@runnel/hono`, `@runnel/client`, `@runnel/core`, `@runnel/lab`, `@runnel/cli`.\n',
    ...sections.map(({ text, pages }) =>
      list(
        text,
        pages.map(([file, title]) => `- [${title}](${file}.md)`),
      ),
    ),
    list(
      'API',
      entries.map(({ name }) => `- [@runnel/${name}](api/${name}.md)`),
    ),
  ].join('\n')
}
