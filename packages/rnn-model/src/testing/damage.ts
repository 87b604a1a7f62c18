import type { Random } from '@runnel/core'

/** Damages bytes in one of the ways of a bad disk or a bad mind: altered, cut, lost, doubled, and in between. */
export const damageBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random.integer(bytes.length)
  const end = Math.min(bytes.length, at + 1 + random.integer(40))
  const part = bytes.subarray(at, end)
  const ways: (() => Uint8Array)[] = [
    () => bytes.subarray(0, at),
    () => joined(bytes.subarray(0, at), bytes.subarray(end)),
    () => joined(bytes.subarray(0, end), part, bytes.subarray(end)),
    () => bytes.map((byte, i) => (i === at ? byte ^ (1 << random.integer(8)) : byte)),
    () => bytes.map((byte, i) => (i >= at && i < end ? extremes[random.integer(extremes.length)] : byte)),
    () => bytes.map((byte, i) => (i >= at && i < end ? random.integer(256) : byte)),
  ]
  return ways[random.integer(ways.length)]()
}

const extremes: readonly number[] = [0, 1, 0x7f, 0x80, 0xff]

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

/** Replaces, doubles or takes out one value somewhere in JSON. */
export const damageJson = (json: string, random: Random): string => {
  const root: { value: unknown } = { value: JSON.parse(json) }
  const places: { holder: Record<string, unknown>; key: string }[] = []
  const visit = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key })
      const value = holder[key]
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>)
    }
  }
  visit(root)
  const { holder, key } = places[random.integer(places.length)]
  const other = places[random.integer(places.length)]
  const choice = random.integer(replacements.length + 2)
  if (choice === 0) delete holder[key]
  else holder[key] = choice === 1 ? structuredClone(other.holder[other.key]) : replacements[choice - 2]
  return JSON.stringify(root.value) ?? ''
}

const replacements: readonly unknown[] = [
  null,
  true,
  '',
  'constructor',
  '__proto__',
  [],
  {},
  [[]],
  { toString: 1 },
  0,
  -1,
  0.5,
  1,
  2,
  7,
  64,
  1e9,
  2 ** 31,
  2 ** 53,
  1e300,
  [0, 1e9],
  [1e9, 0],
  [-1, -1],
]
