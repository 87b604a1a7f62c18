import path from 'node:path'
import type { DefaultTheme, MarkdownEnv, UserConfig } from 'vitepress'
import { listEntries } from './api/entries.ts'
import { listSections } from './pages.ts'
import { readableMarkdown } from './readable-markdown.ts'

const DESCRIPTION =
  'Deciphers text while it streams, the key unknown: small recurrent nets in TypeScript and WebAssembly, for browsers, Node, Workers, Bun and Deno.'

const FONT = '/fonts/source-serif-4-600.woff2'
const SEARCH = path.join(import.meta.dirname, '../theme/search/site-search.ts')

/** The text is kept too, for excerpts. VitePress hands on more options of MiniSearch than its types say. */
const STORED = { storeFields: ['title', 'titles', 'text'] } as object

/** The website as VitePress is told of it. */
export const siteConfig = (): UserConfig<DefaultTheme.Config> => ({
  title: 'Runnel',
  description: DESCRIPTION,
  lang: 'en',
  cleanUrls: true,
  head: [
    // Else it would come when text is laid out already.
    ['link', { rel: 'preload', href: FONT, as: 'font', type: 'font/woff2', crossorigin: '' }],
    ['link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#0a6478' }],
    ['meta', { property: 'og:title', content: 'Runnel' }],
    ['meta', { property: 'og:description', content: DESCRIPTION }],
  ],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: readableMarkdown,
  },
  vite: {
    // Their own search, in the place of one that screen readers cannot read.
    resolve: { alias: [{ find: /^.*\/VPNavBarSearch\.vue$/, replacement: SEARCH }] },
    build: { chunkSizeWarningLimit: 2000 },
  },
  themeConfig: {
    logo: '/icon.svg',
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: STORED },
        _render: asSearched,
      },
    },
    outline: [2, 3],
    nav: topNavigation(),
    sidebar: { '/api/': apiSidebar(), '/': documentSidebar() },
    socialLinks: [{ icon: 'github', link: 'https://github.com/runnel-streams/runnel', ariaLabel: 'Source' }],
  },
})

/** A page as the search reads it: without what stands on code to copy it, cells and paragraphs as words of their own. */
const asSearched = (
  text: string,
  env: MarkdownEnv,
  markdown: { render(text: string, env: MarkdownEnv): string },
): string =>
  markdown
    .render(text, env)
    .replaceAll(/<button title="Copy Code".*?<\/button><span class="lang">.*?<\/span>/g, '')
    .replaceAll(/<\/(td|th|p|li|pre)>/g, ' $&')

const topNavigation = (): DefaultTheme.NavItem[] => {
  const guides = listSections().find(({ text }) => text === 'Guides')
  return [
    { text: 'Get started', link: '/first-pipeline' },
    {
      text: 'Guides',
      items: (guides?.pages ?? []).map(([file, title]) => ({ text: title, link: `/${file}` })),
    },
    { text: 'API', link: '/api/', activeMatch: '^/api/' },
    { text: 'Measured', link: '/evaluation' },
    { text: 'Lab', link: '/lab/', activeMatch: '^/lab/' },
  ]
}

const documentSidebar = (): DefaultTheme.SidebarItem[] => [
  ...listSections().map(({ text, pages }) => ({
    text,
    items: pages.map(([file, title]) => ({ text: title, link: `/${file.replace(/index$/, '')}` })),
  })),
  { text: 'API', link: '/api/' },
]

/** Packages, and beneath each its other doors. */
const apiSidebar = (): DefaultTheme.SidebarItem[] => {
  const names = listEntries().map(({ name }) => name)
  return [
    { text: 'Documents', link: '/first-pipeline' },
    { text: 'API', link: '/api/' },
    ...names
      .filter((name) => !name.includes('/'))
      .map((name) => ({
        text: `@runnel/${name}`,
        link: `/api/${name}`,
        items: names
          .filter((other) => other.startsWith(`${name}/`))
          .map((other) => ({ text: other.slice(name.length), link: `/api/${other}` })),
      })),
  ]
}
