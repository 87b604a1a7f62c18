import type { DecipherEvent } from '@runnel/decipher'
import type { Parse } from './download.ts'
import { RunnelServiceError } from './errors.ts'
import { eventShapes } from './event-shape.ts'
import { hasShapeOfType, isText, parseShape, type Shape } from './shape.ts'

type Line = DecipherEvent | { type: 'error'; code: string; detail: string }

const shapes: Readonly<Record<string, Shape>> = { ...eventShapes, error: { code: isText, detail: isText } }
const isLine = hasShapeOfType(shapes)

/** Reads events; those that are not known are of a later version of the service, and passed over. */
function* eventsOf(lines: readonly string[]): Generator<DecipherEvent, undefined> {
  for (const text of lines) {
    const line = parseShape<Line>(text, isLine)
    if (line.type === 'error') throw new RunnelServiceError(0, line.code, line.detail)
    if (Object.hasOwn(shapes, line.type)) yield line
  }
  return undefined
}

/**
 * Makes a function that reads events, a line of JSON each. What it gives throws RunnelServiceError where the service
 * says that it cut the answer off, and ProtocolError for what is no event.
 */
export const createEventLines = (): Parse<DecipherEvent> => {
  let line = ''
  return (text) => {
    const lines = (line + (text ?? '')).split('\n')
    line = lines.pop() ?? ''
    // At the end, half a line is no event.
    return eventsOf(text === undefined && line !== '' ? [...lines, line] : lines)
  }
}
