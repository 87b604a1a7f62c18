/** Throws unless two values are the same, as JSON that also tells what JSON cannot say, and lone surrogates. */
export const same = (received: unknown, expected: unknown, what: string): void => {
  const [a, b] = [JSON.stringify(received, spelled), JSON.stringify(expected, spelled)]
  if (a !== b) throw new Error(`${what}: expected ${b}, received ${a}`)
}

const spelled = (_: string, value: unknown): unknown =>
  value === undefined || (typeof value === 'number' && !Number.isFinite(value)) ? `(${value})` : value
