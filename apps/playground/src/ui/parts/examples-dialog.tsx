import { chapter } from 'virtual:chapter'
import type { JSX } from 'preact'
import { examples } from '../state/examples.ts'
import { usePage } from '../state/page-context.ts'
import { Modal } from './modal.tsx'

/** Texts to try the page with. */
export const ExamplesDialog = (): JSX.Element => {
  const { page } = usePage()
  return (
    <Modal title="Examples">
      <ol class="candidates">
        {examples().map(({ title, text }) => (
          <li key={title}>
            <button
              class="key"
              type="button"
              onClick={() => {
                page.dialog.value = undefined
                page.read(text, 'chosen-example')
              }}
            >
              <span class="name">{title}</span>
              <span class="preview">{text}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            class="key"
            type="button"
            onClick={() => {
              page.dialog.value = undefined
              void page.fetchExample(chapter)
            }}
          >
            <span class="name">A whole chapter</span>
            <span class="preview">Long enough to stop, and to look back in</span>
          </button>
        </li>
      </ol>
      <div class="row">
        <button
          class="button small"
          type="button"
          onClick={() => {
            page.dialog.value = undefined
            page.type('')
          }}
        >
          Start with an empty field
        </button>
      </div>
    </Modal>
  )
}
