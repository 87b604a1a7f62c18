/** Characters that stand by name in HTML. */
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '...',
}

/** The paragraphs (`<p>`) of an HTML page as text, an empty line between them; code blocks and tables are not. */
export const htmlProse = (page: string): string =>
  Array.from(
    page
      .replace(/<!--.*?-->|<(script|style|pre|table|nav|svg)\b.*?<\/\1>/gs, ' <div>')
      .matchAll(/<p\b[^>]*>(.*?)(?=<\/?(?:p|div|ul|ol|dl|h\d|section|blockquote|body)\b)/gs),
    ([, paragraph]) =>
      paragraph
        .replace(/<[^>]*>/g, '')
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replace(/&(\w+);/g, (_, name: string) => NAMED[name] ?? ' ')
        // A sign that links to the paragraph itself.
        .replace(/¶/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
  ).join('\n\n')
