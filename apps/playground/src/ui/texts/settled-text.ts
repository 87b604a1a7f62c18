import { blockSpan, chipNode } from './text-nodes.ts'

/** Letters of a block: appending to a node costs with its length. From the second on it ends with the line. */
const [BLOCK, LEAST] = [2000, 1000]

/** A mark in the text where the key changes. */
export interface Chip {
  /** UTF-16 units from the start. */
  readonly at: number
  readonly words: string
}

/** The text as it stands at one moment. */
export interface ShownText {
  /** Number of the reading: within one, settled text only grows. */
  readonly reading: number
  /** Settled text of the whole reading; `settled` units of it are shown. */
  readonly text: string
  readonly settled: number
  readonly waiting: string
  readonly chips: readonly Chip[]
  readonly isReading: boolean
}

/** A place in the document. */
export interface TextPlace {
  readonly node: Text
  readonly offset: number
}

/**
 * Draws a text that settles into an element: blocks of 2,000 letters that are only ever appended to, then what waits. Going back
 * takes blocks off the end. A block ends with a line where it can: the next one begins a part then, which is laid out by itself.
 * Else a browser would lay out all of a long text again whenever it grows.
 */
export class SettledText {
  readonly #root: HTMLElement
  readonly #tail = document.createElement('span')
  readonly #cursor = document.createElement('span')
  /** Text nodes of what is settled, and where each begins. */
  #blocks: { node: Text; start: number; end: number; chip?: HTMLElement }[] = []
  #waiting: { node: Text; start: number; end: number }[] = []
  #length = 0
  #chips: readonly Chip[] = []
  #text = ''
  #reading = -1

  constructor(root: HTMLElement) {
    this.#tail.className = CSS.highlights ? 'tail' : 'tail waiting'
    this.#cursor.className = 'now'
    this.#cursor.ariaHidden = 'true'
    this.#root = root
    root.replaceChildren()
    this.#openPart()
  }

  /** Ranges of what waits, for a highlight. */
  get waitingRanges(): Range[] {
    return this.#waiting.map(({ node }) => rangeOf({ node, offset: 0 }, node.length))
  }

  show({ reading, text, settled, waiting, chips, isReading }: ShownText): void {
    const kept = reading === this.#reading ? this.#agreement(settled, chips) : 0
    if (kept < this.#length) this.#cut(kept)
    this.#reading = reading
    this.#text = text
    this.#chips = chips
    if (settled > this.#length) this.#append(settled)
    this.#showTail(waiting, settled)
    this.#cursor.hidden = !isReading
  }

  /** Where a letter stands in the document. */
  placeOf(letter: number): TextPlace | undefined {
    const found = [...this.#blocks, ...this.#waiting].find(
      ({ start, end }) => letter >= start && letter < end,
    )
    return found && { node: found.node, offset: letter - found.start }
  }

  /** The range of a letter. */
  rangeAt(letter: number): Range | undefined {
    const place = this.placeOf(letter)
    return place && rangeOf(place, 1)
  }

  /** The letter at a place in the document, or undefined when none of these texts is there. */
  letterAt(node: Node, offset: number): number | undefined {
    const found = [...this.#blocks, ...this.#waiting].find((block) => block.node === node)
    return found && Math.min(found.end - 1, found.start + offset)
  }

  /** Units up to which what is drawn can stay. */
  #agreement(settled: number, chips: readonly Chip[]): number {
    let kept = Math.min(settled, this.#length)
    const longer = Math.max(chips.length, this.#chips.length)
    for (let index = 0; index < longer; index++) {
      const [now, before] = [chips[index], this.#chips[index]]
      if (now?.at === before?.at && now?.words === before?.words) continue
      kept = Math.min(kept, now?.at ?? Number.POSITIVE_INFINITY, before?.at ?? Number.POSITIVE_INFINITY)
      break
    }
    return kept
  }

  #cut(length: number): void {
    while (this.#blocks.length > 0) {
      const last = this.#blocks[this.#blocks.length - 1]
      if (last.start < length) {
        last.node.data = last.node.data.slice(0, length - last.start)
        last.end = length
        break
      }
      last.node.parentElement?.remove()
      last.chip?.remove()
      this.#blocks.pop()
      this.#leavePart()
    }
    this.#length = length
  }

  /** Begins a part, in which what waits stands from now on. */
  #openPart(): void {
    const part = document.createElement('div')
    part.append(this.#tail, this.#cursor)
    this.#root.append(part)
  }

  /** Leaves the last part where no block is in it any more. */
  #leavePart(): void {
    const part = this.#tail.parentElement
    const before = part?.previousElementSibling
    if (!before || part.firstChild !== this.#tail) return
    before.append(this.#tail, this.#cursor)
    part.remove()
  }

  #append(settled: number): void {
    while (this.#length < settled) {
      const chip = this.#chips.find(({ at }) => at === this.#length && at < settled)
      const next = this.#chips.find(({ at }) => at > this.#length)?.at ?? Number.POSITIVE_INFINITY
      const last = this.#blocks.at(-1)
      const endsLine =
        last !== undefined && this.#text[last.end - 1] === '\n' && last.end - last.start > LEAST
      const room = last && !chip && !endsLine ? BLOCK - (last.end - last.start) : 0
      const start = this.#length
      const first = last && room > 0 ? last.start : start
      const line = this.#text.indexOf('\n', Math.max(start, first + LEAST)) + 1
      const end = Math.min(settled, next, first + BLOCK, line || settled)
      const piece = this.#text.slice(start, end)
      if (last && room > 0) {
        last.node.appendData(piece)
        last.end = end
      } else {
        if (endsLine) this.#openPart()
        const { span, node } = blockSpan(piece)
        const mark = chip && chipNode(chip.words)
        if (mark) this.#tail.before(mark)
        this.#tail.before(span)
        this.#blocks.push({ node, start, end, ...(mark && { chip: mark }) })
      }
      this.#length = end
    }
  }

  #showTail(waiting: string, settled: number): void {
    this.#waiting = []
    const nodes: Node[] = []
    let from = 0
    const marks = this.#chips.filter(({ at }) => at >= settled && at <= settled + waiting.length)
    for (const place of [...marks, undefined]) {
      const to = place ? place.at - settled : waiting.length
      if (to > from) {
        const node = document.createTextNode(waiting.slice(from, to))
        this.#waiting.push({ node, start: settled + from, end: settled + to })
        nodes.push(node)
      }
      if (place) nodes.push(chipNode(place.words))
      from = to
    }
    this.#tail.replaceChildren(...nodes)
  }
}

const rangeOf = ({ node, offset }: TextPlace, length: number): Range => {
  const range = document.createRange()
  range.setStart(node, Math.min(offset, node.length))
  range.setEnd(node, Math.min(offset + length, node.length))
  return range
}
