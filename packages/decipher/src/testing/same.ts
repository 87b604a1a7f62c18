/** Throws unless two values are the same, as JSON that also tells what JSON cannot say, and lone surrogates. */
export const same = (received: unknown, expected: unknown, what: string): void => {
  if (isAlike(received, expected)) return
  const [a, b] = [JSON.stringify(received, spelled), JSON.stringify(expected, spelled)]
  if (a !== b) throw new Error(`${what}: expected ${b}, received ${a}`)
}

/** Whether two values are surely the same: JSON of long arrays takes longer than what made them. */
const isAlike = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) {
    let i = a.length === b.length ? 0 : -1
    while (i !== -1 && i < a.length) i = isAlike(a[i], b[i]) ? i + 1 : -1
    return i !== -1
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype)
    return false
  const [own, other] = [Object.entries(a), Object.entries(b)]
  return (
    own.length === other.length &&
    own.every(([name, one], i) => name === other[i][0] && isAlike(one, other[i][1]))
  )
}

const spelled = (_: string, value: unknown): unknown =>
  value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? `(${value})` : value
