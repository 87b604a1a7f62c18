import { sections } from './pages.ts'

/**
 * The list of pages for programs that read, as `llms.txt`: each page lies beside it as Markdown.
 *
 * Source of the form: llmstxt.org.
 */
export const llmsText = (): string => {
  const lists = sections.map(
    ({ text, pages }) =>
      `## ${text}\n\n${pages.map(([file, title]) => `- [${title}](${file}.md)`).join('\n')}\n`,
  )
  return [
    '# Runnel\n',
    '> Deciphers text while it streams, the key unknown: small recurrent nets, whose hidden state is carried from chunk to ' +
      'chunk, in TypeScript and WebAssembly, for RxJS, Web Streams, Node, browsers and Cloudflare Workers.\n',
    'Packages: `@runnel/decipher` (sessions, streams), `@runnel/rnn-model` (nets), `@runnel/models` (weights), ' +
      '`@runnel/rx-operators`, `@runnel/hono`, `@runnel/client`, `@runnel/core`, `@runnel/lab`, `@runnel/cli`.\n',
    ...lists,
  ].join('\n')
}
