import type { EventKey } from '../session/events.ts'

/**
 * A key as events tell it: a frozen copy, so that no caller's object is shared. A key that is no object is told as the
 * field `key`.
 */
export const eventKeyOf = (key: unknown): EventKey =>
  typeof key === 'object' && key !== null && !Array.isArray(key)
    ? (frozenCopy(key) as EventKey)
    : Object.freeze({ key: frozenCopy(key) })

const frozenCopy = (value: unknown): unknown => {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy))
  if (typeof value !== 'object' || value === null) return value
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenCopy(part)])),
  )
}
