import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { shareLink } from '../state/share-link.ts'
import { Modal } from './modal.tsx'
import { copyText, saveText } from './save-text.ts'

/** A link that holds the ciphertext after its #, and ways to hand it on. */
export const ShareDialog = (): JSX.Element => {
  const { page } = usePage()
  const link = useSignal<string | 'too-long' | undefined>(undefined)
  const isForClass = useSignal(false)
  useSignalEffect(() => {
    const choices = {
      cipher: page.reader.options.value.cipher,
      pace: page.playback.pace.value,
      ...(isForClass.value && { at: 1, hide: true }),
    }
    void shareLink(page.ciphertext.value, choices).then((made) => {
      link.value = made
    })
  })
  const { value } = link
  const [head, fragment = ''] = value?.split('#') ?? []
  const embed = `<iframe src="${head}embed.html#${fragment}" title="A cipher being read" width="100%" height="720"></iframe>`
  const download = () => saveText('ciphertext.txt', page.ciphertext.value)
  return (
    <Modal title="The link holds the ciphertext, and nothing else.">
      <p class="hint">
        It stands after the #, which browsers send to no server. Whoever opens it watches the net find the
        key.
      </p>
      {value === 'too-long' ? (
        <p>The text is too long for a link that every program takes. Hand it on as a file.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <p class="link" tabIndex={0} data-link={value}>
          {head}
          <b>{fragment && `#${fragment}`}</b>
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={isForClass.value}
          onChange={({ currentTarget }) => {
            isForClass.value = currentTarget.checked
          }}
        />
        open paused at letter 1, plaintext hidden, for a class
      </label>
      <div class="row">
        {value !== 'too-long' && (
          <>
            <button
              class="button main"
              type="button"
              disabled={!value}
              onClick={() => value && void copyText(page, value)}
            >
              Copy link
            </button>
            <button class="button" type="button" disabled={!value} onClick={() => void copyText(page, embed)}>
              Copy for embedding
            </button>
          </>
        )}
        <button class={`button ${value === 'too-long' ? 'main' : 'bare'}`} type="button" onClick={download}>
          {value === 'too-long' ? 'Download' : 'Download instead'}
        </button>
      </div>
    </Modal>
  )
}
