import { useComputed, useSignal } from '@preact/signals'
import { type Cipher, createRandom } from '@runnel/core'
import { cipherTitle, everyCipher } from '@runnel/core/ciphers'
import type { JSX } from 'preact'
import { usePage } from '../state/page-context.ts'
import { shareLink } from '../state/share-link.ts'
import { count } from '../words/numbers.ts'
import { copyText } from './save-text.ts'

/** A message, a cipher and its key, perhaps another key from some letter on, and what comes out. */
export const Encipher = (): JSX.Element => {
  const { page } = usePage()
  const names = Object.keys(everyCipher)
  const message = useSignal('Meet me where the river turns, an hour before the tide.')
  const cipher = useSignal(names[0])
  const key = useSignal('11')
  const second = useSignal<string | undefined>(undefined)
  const from = useSignal(28)
  const made = useComputed(() => everyCipher[cipher.value]())
  const hasKey = useComputed(() => (made.value.listKeys?.().length ?? 2) > 1)
  const result = useComputed(() => {
    const { value } = made
    const at = second.value === undefined ? message.value.length : Math.max(0, from.value - 1)
    const part = (text: string, words: string): string => value.encrypt(text, value.parseKey(words))
    try {
      return {
        text:
          part(message.value.slice(0, at), key.value) +
          (at < message.value.length ? part(message.value.slice(at), second.value ?? '') : ''),
      }
    } catch {
      return { fault: `That is no key of this cipher. It takes ${value.keyHint}.` }
    }
  })
  const text = result.value.text ?? ''
  return (
    <section class="view" aria-labelledby="encipher-name">
      <h1 id="encipher-name">Write a message in cipher.</h1>
      <p class="note">It is made on this device and sent nowhere.</p>
      <div class="panel halves">
        <div>
          <label class="label">
            Message
            <textarea
              class="field serif-field"
              rows={5}
              value={message.value}
              onInput={({ currentTarget }) => {
                message.value = currentTarget.value
              }}
            />
          </label>
          <div class="inline">
            <label class="label">
              Cipher
              <select
                class="field"
                value={cipher.value}
                onChange={({ currentTarget }) => {
                  cipher.value = currentTarget.value
                  key.value = exampleKey(everyCipher[currentTarget.value]())
                  second.value = undefined
                }}
              >
                {names.map((name) => (
                  <option key={name} value={name}>
                    {cipherTitle(name)}
                  </option>
                ))}
              </select>
            </label>
            {hasKey.value && (
              <label class="label">
                Key
                <input
                  class="field"
                  value={key.value}
                  autocomplete="off"
                  aria-invalid={result.value.fault !== undefined}
                  aria-describedby="key-hint"
                  onInput={({ currentTarget }) => {
                    key.value = currentTarget.value
                  }}
                />
              </label>
            )}
            {hasKey.value && second.value !== undefined && (
              <>
                <label class="label">
                  Second key
                  <input
                    class="field"
                    value={second.value}
                    autocomplete="off"
                    aria-describedby="key-hint"
                    onInput={({ currentTarget }) => {
                      second.value = currentTarget.value
                    }}
                  />
                </label>
                <label class="label">
                  From letter
                  <input
                    class="field"
                    type="number"
                    min={2}
                    max={Math.max(2, message.value.length)}
                    value={from.value}
                    onInput={({ currentTarget }) => {
                      from.value = Number(currentTarget.value) || 2
                    }}
                  />
                </label>
              </>
            )}
          </div>
          {hasKey.value && (
            <p class="hint" id="key-hint">
              {made.value.keyHint}
            </p>
          )}
          {hasKey.value && (
            <div class="row">
              <button
                class="button small bare"
                type="button"
                aria-pressed={second.value !== undefined}
                onClick={() => {
                  second.value = second.value === undefined ? exampleKey(made.value, 1) : undefined
                  from.value = Math.ceil(message.value.length / 2) + 1
                }}
              >
                {second.value === undefined ? 'Change the key midway' : 'Keep one key'}
              </button>
            </div>
          )}
          <p class="fault" role="alert">
            {result.value.fault}
          </p>
        </div>
        <div>
          <label class="label" for="enciphered">
            Ciphertext, {count(text.length)} letters
          </label>
          <output id="enciphered" class="field mono-field">
            {text}
          </output>
          <div class="row">
            <button
              class="button main"
              type="button"
              disabled={!text}
              onClick={() => {
                void shareLink(text, {}).then((link) =>
                  link === 'too-long'
                    ? page.notices.show({
                        id: 'copied',
                        kind: 'bad',
                        words: 'The text is too long for a link. Copy the text itself.',
                        canClose: true,
                      })
                    : copyText(page, link),
                )
              }}
            >
              Copy link
            </button>
            <button
              class="button"
              type="button"
              disabled={!text}
              onClick={() => {
                page.read(text, 'enciphered')
                page.route.go('decipher')
                page.playback.show(0)
                page.playback.play()
              }}
            >
              Watch it being read
            </button>
            <button
              class="button bare"
              type="button"
              disabled={!text}
              onClick={() => void copyText(page, text)}
            >
              Copy text
            </button>
          </div>
        </div>
      </div>
    </section>
  )
}

/** A key of the cipher to begin with, from the middle of its list. */
const exampleKey = (cipher: Cipher<unknown>, which = 0): string => {
  const keys = cipher.listKeys?.() ?? [cipher.generateKey(createRandom(7 + which))]
  const key = keys[Math.floor(((which + 1) * keys.length) / 2.4) % Math.max(1, keys.length)]
  return key === undefined ? '' : cipher.formatKey(key)
}
