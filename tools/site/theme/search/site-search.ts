import { type Component, defineComponent, h, onMounted, onUnmounted, type Ref, ref, shallowRef } from 'vue'
import { type Found, findSections } from './found.ts'
import { useIndex } from './load-index.ts'
import { Results } from './results.ts'

/**
 * The search of the site, in the place of VitePress's: a button, or Control+K, or a slash, opens a dialog that lists
 * sections with excerpts. Arrow keys go through them, Enter takes the first.
 */
const SiteSearch: Component = defineComponent(() => {
  const index = useIndex()
  const dialog = ref<HTMLDialogElement>()
  const words = ref('')
  const found = shallowRef<readonly Found[]>([])
  const told = ref('')

  const search = async (): Promise<void> => {
    const asked = words.value
    const sections = findSections((await index()) as Parameters<typeof findSections>[0], asked)
    if (asked !== words.value) return
    found.value = sections
    told.value =
      asked === '' ? '' : sections.length === 0 ? `Nothing found for “${asked}”.` : `${sections.length} found`
  }
  const open = (): void => {
    void index()
    dialog.value?.showModal()
  }
  const onKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select')
    const isAsked = event.key === '/' ? !isTyping : event.key === 'k' && (event.ctrlKey || event.metaKey)
    if (!isAsked || dialog.value?.open) return
    event.preventDefault()
    open()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onUnmounted(() => removeEventListener('keydown', onKey))

  return () =>
    h('div', { class: 'site-search' }, [
      h(
        'button',
        { type: 'button', class: 'search-button', 'aria-keyshortcuts': 'Control+K /', onClick: open },
        [h('span', { class: 'vpi-search', 'aria-hidden': 'true' }), h('span', { class: 'words' }, 'Search')],
      ),
      h('dialog', { ref: dialog, class: 'search-dialog', 'aria-label': 'Search', ...handlers(dialog) }, [
        h('form', { method: 'dialog', class: 'search-form' }, [
          h('input', {
            type: 'search',
            'aria-label': 'Words to look for',
            placeholder: 'Words, or the name of a function',
            autocomplete: 'off',
            spellcheck: 'false',
            value: words.value,
            onInput: (event: Event) => {
              words.value = (event.target as HTMLInputElement).value
              void search()
            },
          }),
          h('button', { type: 'submit', formnovalidate: true }, 'Close'),
        ]),
        h('p', { class: 'told', role: 'status' }, told.value),
        h(Results, { found: found.value }),
      ]),
    ])
})

/** Closes the dialog where a result is taken or its surroundings are clicked, and goes through results with the arrows. */
const handlers = (dialog: Ref<HTMLDialogElement | undefined>) => ({
  onClick: ({ target }: MouseEvent): void => {
    if (target === dialog.value || (target as Element).closest('a')) dialog.value?.close()
  },
  onKeydown: (event: KeyboardEvent): void => {
    const links = [...(dialog.value?.querySelectorAll<HTMLAnchorElement>('.results a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const { key } = event
    if (key === 'Enter' && at === -1 && event.target instanceof HTMLInputElement) links[0]?.click()
    else if (key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (key === 'ArrowUp') (links[at - 1] ?? dialog.value?.querySelector('input'))?.focus()
    else return
    event.preventDefault()
  },
})

// VitePress's own has a default export too.
export default SiteSearch
