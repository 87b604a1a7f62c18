import { useSignal } from '@preact/signals'
import { RunnelError } from '@runnel/core'
import { alphabets } from '@runnel/core/alphabets'
import {
  cipherTitle,
  everyCipher,
  findCipher,
  homophonicKeyHint,
  homophonicTable,
  letterCiphers,
} from '@runnel/core/ciphers'
import type { JSX } from 'preact'
import { alphabetOf } from '../state/alphabet-of.ts'
import { usePage } from '../state/page-context.ts'

/** What a person has to know of the keys of a cipher. */
interface KeyRules {
  readonly keyHint: string
  parseKey(key: string): unknown
  listKeys?(): readonly unknown[]
}

/** Many symbols stand for a letter: no cipher of the list moves such text. */
const HOMOPHONIC = 'homophonic'

const homophonic: KeyRules = {
  keyHint: homophonicKeyHint,
  parseKey: (key) => homophonicTable({ key }),
}

/** A cipher and a key that are known: the text is read with them, and nothing is weighed. */
export const KeyByHand = ({ close }: { close: () => void }): JSX.Element => {
  const { page, letter } = usePage()
  const names = [...Object.keys(everyCipher), HOMOPHONIC]
  const cipher = useSignal(names[0])
  const key = useSignal('')
  const isFromHere = useSignal(false)
  const fault = useSignal('')
  const alphabet = useSignal(alphabetOf(page.decoded.value))
  const overOthers = alphabet.value === 'en' ? undefined : cipherOver(cipher.value, alphabet.value)
  const made: KeyRules =
    overOthers ?? (cipher.value === HOMOPHONIC ? homophonic : everyCipher[cipher.value]())
  const goesWithOthers = cipherOver(cipher.value, 'es') !== undefined
  // Of others a text may have another length in cipher: no place of it is a place of the plaintext.
  const takesPlace = Object.hasOwn(letterCiphers, cipher.value)
  const needsKey = (made.listKeys?.().length ?? 2) > 1
  const read = (event: Event) => {
    event.preventDefault()
    try {
      made.parseKey(key.value)
    } catch (error) {
      // In the words of every other skin.
      const reason = error instanceof RunnelError ? error.message : `key: expected ${made.keyHint}`
      fault.value = `That is no key of ${cipherTitle(cipher.value)}. The ${reason}.`
      return
    }
    fault.value = ''
    const from = takesPlace && isFromHere.value ? Math.max(0, letter.value) : 0
    const known = {
      cipher: cipher.value,
      key: key.value,
      ...(overOthers && { alphabet: alphabets[alphabet.value].letters }),
    }
    page.setKey(known, from)
    close()
  }
  return (
    <form class="by-hand" onSubmit={read}>
      <label class="label">
        Cipher
        <select
          class="field"
          value={cipher.value}
          onChange={({ currentTarget }) => {
            cipher.value = currentTarget.value
            fault.value = ''
          }}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {cipherTitle(name)}
            </option>
          ))}
        </select>
      </label>
      {goesWithOthers && (
        <label class="label">
          Letters that it moves
          <select
            class="field"
            value={alphabet.value}
            onChange={({ currentTarget }) => {
              alphabet.value = currentTarget.value
              fault.value = ''
            }}
          >
            {Object.entries(alphabets).map(([code, { name }]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {needsKey && (
        <label class="label">
          Key: {made.keyHint}
          <input
            class="field"
            autocomplete="off"
            value={key.value}
            aria-invalid={fault.value !== ''}
            aria-describedby="by-hand-fault"
            onInput={({ currentTarget }) => {
              key.value = currentTarget.value
            }}
          />
        </label>
      )}
      {takesPlace && (
        <label class="check">
          <input
            type="checkbox"
            checked={isFromHere.value}
            onChange={({ currentTarget }) => {
              isFromHere.value = currentTarget.checked
            }}
          />
          only from letter {letter.value + 1} on
        </label>
      )}
      <p class="fault" id="by-hand-fault" role="alert">
        {fault.value}
      </p>
      <div class="row">
        <button class="button small main" type="submit">
          Read with it
        </button>
        <button class="button small bare" type="button" onClick={close}>
          Leave it
        </button>
      </div>
    </form>
  )
}

/** A cipher over an alphabet, by their names; none where it has letters of its own alone. */
const cipherOver = (name: string, alphabet: string): ReturnType<typeof findCipher> | undefined => {
  try {
    return findCipher(name, alphabets[alphabet].letters)
  } catch {
    return undefined
  }
}
