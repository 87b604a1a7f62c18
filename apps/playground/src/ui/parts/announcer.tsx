import { useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { usePage } from '../state/page-context.ts'
import { Announcements } from '../telling/announcements.ts'
import { verdictContext } from '../telling/verdict-context.ts'
import { plainWords } from '../words/piece.ts'
import { verdictWords } from '../words/verdict-words.ts'

/** The one polite region: settled text by the sentence, changes of key, and the verdict at the end; never the example. */
export const Announcer = (): JSX.Element => {
  const view = usePage()
  const { page, judgement, stretches } = view
  const region = useRef<HTMLParagraphElement>(null)
  const said = useRef<Announcements>(undefined)
  useSignalEffect(() => {
    const moment = page.playback.moment.value
    said.current ??= new Announcements((words) => {
      if (region.current) region.current.textContent = words
    })
    if (page.origin.value === 'example' || page.isHidden.value || !moment.isLatest) return
    said.current.hear({
      reading: page.reader.log.reading,
      settled: page.reader.log.settled,
      stretches: stretches.value,
      verdict: plainWords(verdictWords(judgement.value, verdictContext(view))),
      isEnded: moment.ending !== undefined,
    })
  })
  return <p ref={region} class="unseen" role="log" aria-live="polite" aria-label="Read aloud" />
}
