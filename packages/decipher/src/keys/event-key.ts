import type { EventKey } from '../session/events.ts'

/**
 * A key as events tell it: a frozen copy, the same through JSON, so that no caller's object is shared. A key that is no
 * object is told as the field `key`.
 */
export const eventKeyOf = (key: unknown): EventKey => {
  const copy = JSON.parse(JSON.stringify(key), (_, part) => Object.freeze(part))
  const isObject = typeof copy === 'object' && copy !== null && !Array.isArray(copy)
  return isObject ? copy : Object.freeze({ key: copy })
}
