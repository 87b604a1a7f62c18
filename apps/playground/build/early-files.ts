import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Names in the head of a page the files that its scripts and styles ask for later: they are on their way while the scripts
 * still run. What is drawn comes first; the model, which is larger than all else, after it. The page's own document asks for
 * its model itself.
 */
export const earlyFiles = (): Plugin => ({
  name: 'runnel:early-files',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, filename }) => {
      const files = Object.keys(bundle).sort()
      // Counts of searches and of other languages lie in folders of their own: they are fetched when they are chosen.
      const models = filename.endsWith('index.html')
        ? []
        : files.filter((file) => /^assets\/[^/]+\.runnel$/.test(file))
      return [
        ...files
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => early(file, { as: 'font', type: 'font/woff2' })),
        ...models.map((file) => early(file, { as: 'fetch' })),
      ]
    },
  },
})

const early = (file: string, how: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  injectTo: 'head',
  attrs: { rel: 'preload', href: `./${file}`, crossorigin: true, fetchpriority: 'low', ...how },
})
