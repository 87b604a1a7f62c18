import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MarkdownOptions } from 'vitepress'

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0]

/** Has Markdown give pages that all can read, and in which nothing moves when pictures come. */
export const readableMarkdown = (markdown: Markdown): void => {
  const { rules } = markdown.renderer
  // Wide tables scroll by themselves, and have to be reached by keyboard.
  rules.table_open = () => '<table tabindex="0">\n'
  markdown.core.ruler.push('cells-without-a-name', ({ tokens }) => {
    tokens.forEach((token, i) => {
      if (token.type !== 'th_open' || tokens[i + 1].content !== '') return
      token.tag = 'td'
      tokens[i + 2].tag = 'td'
    })
  })
  const { fence, image } = rules
  // The name of a file after the language: VitePress shows it in groups alone.
  rules.fence = (tokens, i, options, env, self) => {
    const [, name] = tokens[i].info.match(/\[([^\]]+)\]/) ?? []
    const title = name ? `<p class="file-name"><code>${markdown.utils.escapeHtml(name)}</code></p>\n` : ''
    return title + (fence?.(tokens, i, options, env, self) ?? '')
  }
  rules.image = (tokens, i, options, env, self) => {
    const token = tokens[i]
    const size = sizeOf(path.resolve(path.dirname(env.path ?? ''), token.attrGet('src') ?? ''))
    if (size) {
      token.attrSet('width', String(size.width))
      token.attrSet('height', String(size.height))
    }
    return image ? image(tokens, i, options, env, self) : self.renderToken(tokens, i, options)
  }
}

/** Width and height of a picture, in pixels; none of what is no file here. */
export const sizeOf = (file: string): { width: number; height: number } | undefined => {
  if (file.endsWith('.png')) {
    const bytes = readFileSync(file)
    // The first chunk after the signature: PNG, third edition, 11.2.1.
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (!file.endsWith('.svg')) return undefined
  const [, width, height] =
    readFileSync(file, 'utf8').match(/^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/) ?? []
  return width ? { width: Number(width), height: Number(height) } : undefined
}
