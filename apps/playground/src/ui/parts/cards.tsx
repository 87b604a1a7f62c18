import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { Turns } from '../state/turns.ts'
import { AlphabetCard } from './alphabet-card.tsx'
import { KeysCard } from './keys-card.tsx'
import { Lagging } from './lagging.tsx'
import { LetterCard } from './letter-card.tsx'

const cards = [
  { id: 'letter', words: 'Letter', Body: LetterCard },
  { id: 'keys', words: 'Keys', Body: KeysCard },
  { id: 'alphabet', words: 'Alphabet', Body: AlphabetCard },
] as const

/** Letter, keys and alphabet: side by side, or as tabs on a phone. */
export const Cards = (): JSX.Element => {
  const turns = useMemo(() => new Turns(), [])
  const open = useSignal<(typeof cards)[number]['id']>('letter')
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const index = cards.findIndex(({ id }) => id === open.value)
    open.value = cards[(index + step + cards.length) % cards.length].id
    document.getElementById(`tab-${open.value}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Details" onKeyDown={move}>
        {cards.map(({ id, words }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={open.value === id}
            aria-controls={`card-${id}`}
            tabIndex={open.value === id ? 0 : -1}
            onClick={() => {
              open.value = id
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <section class="cards" aria-label="Details">
        {cards.map(({ id, Body }) => (
          <Card key={id} id={id} isOpen={open.value === id}>
            <Lagging turns={turns}>
              <Body />
            </Lagging>
          </Card>
        ))}
      </section>
    </>
  )
}

const Card = ({
  id,
  isOpen,
  children,
}: {
  id: string
  isOpen: boolean
  children: ComponentChildren
}): JSX.Element => (
  <article class={`card${isOpen ? ' open' : ''}`} id={`card-${id}`} aria-labelledby={`card-${id}-name`}>
    {children}
  </article>
)
