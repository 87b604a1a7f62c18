const SVG = 'http://www.w3.org/2000/svg'

/** A block of settled text. */
export const blockSpan = (text: string): { span: HTMLElement; node: Text } => {
  const span = document.createElement('span')
  span.className = 'block'
  const node = document.createTextNode(text)
  span.append(node)
  return { span, node }
}

/** A chip that stands in the text, with the picture of a key. */
export const chipNode = (words: string): HTMLElement => {
  const chip = document.createElement('span')
  chip.className = 'chip'
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', '0 0 12 12')
  picture.setAttribute('aria-hidden', 'true')
  const circle = document.createElementNS(SVG, 'circle')
  for (const [name, value] of [
    ['cx', '4'],
    ['cy', '6'],
    ['r', '2.6'],
  ])
    circle.setAttribute(name, value)
  const stem = document.createElementNS(SVG, 'path')
  stem.setAttribute('d', 'M6.6 6H11M9.4 6v2.4')
  picture.append(circle, stem)
  chip.append(picture, words)
  return chip
}
