import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { usePage } from '../state/page-context.ts'
import { count, counted } from '../words/numbers.ts'
import { useDrawing } from './use-drawing.ts'

/** Letters that the field shows: of a longer text its beginning, which cannot be typed into. */
const MOST_SHOWN = 100_000

/** The ciphertext: a plain field, examples, a file, the clipboard. */
export const CipherPane = (): JSX.Element => {
  const { page } = usePage()
  const field = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  useDrawing(() => {
    const { value } = page.ciphertext
    // A browser lays out all of a field at once: a file of 5 MB would take seconds.
    const shown = value.slice(0, MOST_SHOWN)
    if (!field.current) return
    field.current.readOnly = shown.length < value.length
    // Setting an equal value would move the caret and cost a layout of the whole text.
    if (field.current.value !== shown) field.current.value = shown
  })
  const origin = page.origin.value
  const length = page.ciphertext.value.length
  const note =
    origin === 'example'
      ? `example${page.playback.isPlaying.value ? ', playing' : ''}`
      : (page.fileName.value ?? (length > 0 ? counted(length, 'letter') : ''))
  return (
    <div class="pane cipher">
      <header>
        <h2>
          <label for="ciphertext">Ciphertext</label>
        </h2>
        <span class="note">{note}</span>
        <span class="tools">
          <button
            class="button small bare"
            type="button"
            aria-haspopup="dialog"
            onClick={() => {
              page.dialog.value = 'examples'
            }}
          >
            Examples
          </button>
          <button class="button small bare" type="button" onClick={() => file.current?.click()}>
            Open file
          </button>
          <input
            ref={file}
            type="file"
            hidden
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? []
              if (chosen) void page.open(chosen)
              currentTarget.value = ''
            }}
          />
          <button
            class="button small main"
            type="button"
            onClick={() => void pasteInto(page.read.bind(page), field.current)}
          >
            Paste yours
          </button>
        </span>
      </header>
      <textarea
        ref={field}
        id="ciphertext"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder="Type or paste here"
        aria-describedby="ciphertext-hint"
        onInput={({ currentTarget, inputType }) => {
          const { value } = currentTarget
          // A field that was emptied and filled in one go holds a whole text; what is typed goes on.
          if (inputType === 'insertFromPaste' || inputType === 'insertFromDrop') page.read(value, 'pasted')
          else page.type(value)
        }}
      />
      <footer id="ciphertext-hint">
        <span>
          {length > MOST_SHOWN
            ? `The first ${count(MOST_SHOWN)} of ${counted(length, 'letter')} are shown; all are read.`
            : `Paste anywhere on this page, type, or drop a file of up to ${count(5)} MB.`}
        </span>
      </footer>
    </div>
  )
}

/** Takes the clipboard where that is allowed, and else puts the caret where a person may paste. */
const pasteInto = async (
  read: (text: string, origin: 'pasted') => void,
  field: HTMLTextAreaElement | null,
): Promise<void> => {
  const text = await navigator.clipboard?.readText().catch(() => '')
  if (text) read(text, 'pasted')
  else {
    field?.focus()
    field?.select()
  }
}
