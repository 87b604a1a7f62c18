import localSearchIndex from '@localSearchIndex'
import MiniSearch from 'minisearch'
import { useData } from 'vitepress'

/** Gives the index of the site, which is fetched when it is first asked for. */
export const useIndex = (): (() => Promise<MiniSearch>) => {
  const { theme } = useData()
  let loading: Promise<MiniSearch> | undefined
  const load = async (): Promise<MiniSearch> => {
    const { default: json } = await localSearchIndex.root()
    return MiniSearch.loadJSON(json, {
      fields: ['title', 'titles', 'text'],
      searchOptions: {
        fuzzy: 0.2,
        prefix: true,
        boost: { title: 4, text: 2, titles: 1 },
        // Prose explains what the API lists.
        boostDocument: (id: string) => (id.includes('/api/') ? 0.5 : 1),
      },
      ...theme.value.search.options.miniSearch.options,
    })
  }
  return () => {
    loading ??= load()
    return loading
  }
}
