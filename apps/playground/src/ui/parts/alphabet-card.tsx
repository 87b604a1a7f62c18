import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { cipherAlphabet } from '../state/cipher-alphabet.ts'
import { usePage } from '../state/page-context.ts'
import { readsLetters } from '../state/reads-letters.ts'
import { repeatingStretch, setLetter } from '../state/set-letter.ts'

/** What each cipher letter stands for and how often it came. Typing over one locks it. */
export const AlphabetCard = (): JSX.Element => {
  const view = usePage()
  const { page, version, decoded, letter } = view
  const { reader } = page
  const { options } = reader
  const word = useSignal(options.value.word ?? '')
  const letters = useComputed(() => cipherAlphabet(view))
  const locks = options.value.locks ?? []
  const most = Math.max(1, ...letters.value.map(({ count }) => count))
  const here = decoded.value[letter.value]?.toLowerCase()
  version.value
  const { started } = reader.log
  const contradiction = started?.contradiction
  const isAway = reader.kind === 'edge'
  // Keys that cannot be listed cannot be looked through: their search takes letters and a word, or it takes none.
  const takesWord = started?.takesWord ?? true
  const repeats = repeatingStretch(view) !== undefined
  const leading = view.stretches.value.at(-1)?.cipher ?? 'unknown'
  const isMoved = leading !== 'unknown' && !readsLetters(leading)
  const isFixed = isAway || isMoved || (started?.takesLocks === false && !repeats)
  const isSet = locks.length > 0 || options.value.word !== undefined
  return (
    <>
      <h2 id="card-alphabet-name">Alphabet</h2>
      <p class="sub">
        {started && started.left < started.keys && !contradiction
          ? `${started.left} of ${started.keys} keys are left.`
          : `What each cipher letter stands for ${repeats ? 'at this place of the key' : 'now'}, and how often it came. ${
              isAway
                ? 'Letters are set on this device only.'
                : isMoved
                  ? 'With such a cipher no letter stands for another.'
                  : repeats
                    ? 'Type over one to correct the key there.'
                    : isFixed
                      ? 'With such a key, that is another letter at each place.'
                      : 'Type over one to correct it: the net goes on with the keys that are left.'
            }`}
      </p>
      <fieldset class="letters" aria-label="What each cipher letter stands for">
        {letters.value.map(({ cipher, plain, count, isSure }) => {
          const lock = locks.find((one) => one.cipher === cipher)
          const isLocked = lock !== undefined
          const marks = [isLocked && 'locked', !isSure && !isLocked && 'unsure', cipher === here && 'chosen']
          return (
            <label key={cipher} class={marks.filter(Boolean).join(' ')}>
              <span class="count" aria-hidden="true">
                <i style={{ height: `${Math.round((22 * count) / most)}px` }} />
              </span>
              <span class="from">{cipher}</span>
              <input
                data-cipher={cipher}
                readOnly={isFixed}
                value={lock?.plain ?? (page.isHidden.value ? '' : plain)}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                aria-label={`${cipher} stands for${isLocked ? ', locked' : ''}; came ${count} times`}
                onFocus={({ currentTarget }) => currentTarget.select()}
                onInput={({ currentTarget }) => {
                  const typed = currentTarget.value
                    .toLowerCase()
                    .replace(/[^\p{L}]/gu, '')
                    .slice(-1)
                  if (typed !== plain || !isLocked) setLetter(view, cipher, typed || undefined)
                  currentTarget.select()
                }}
              />
            </label>
          )
        })}
      </fieldset>
      {contradiction && (
        <div class="strip bad" role="alert">
          <p>
            {'word' in contradiction
              ? `No key turns any of it into “${contradiction.word}”.`
              : `No key reads ${contradiction.cipher} as ${contradiction.plain} besides what you set before.`}
          </p>
          <button
            class="button small"
            type="button"
            onClick={() =>
              'word' in contradiction ? page.setWord(undefined) : page.lock(contradiction.cipher, undefined)
            }
          >
            Undo
          </button>
        </div>
      )}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          page.setWord(word.value.trim() || undefined)
        }}
      >
        <input
          class="field word"
          aria-label="A word you know is in the plaintext"
          placeholder="A word you know"
          autocomplete="off"
          value={word.value}
          onInput={({ currentTarget }) => {
            word.value = currentTarget.value
          }}
        />
        <button class="button small" type="submit" disabled={decoded.value === '' || isAway || !takesWord}>
          Use it
        </button>
        <button
          class="button small bare"
          type="button"
          disabled={!isSet}
          onClick={() => {
            word.value = ''
            page.unlockAll()
          }}
        >
          Unlock all
        </button>
      </form>
    </>
  )
}
