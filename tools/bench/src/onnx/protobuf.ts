/*
 * As much of Protocol Buffers as ONNX needs (protobuf.dev/programming-guides/encoding): a message is its
 * fields one after another, each a key of number and wire type, then the value.
 */
const varint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** A field of a whole number, not negative. */
export const integer = (field: number, value: number): Uint8Array =>
  Uint8Array.from([...varint(field * 8), ...varint(value)])

/** A field of bytes, text or a message made of fields. */
export const bytes = (field: number, value: Uint8Array | string | readonly Uint8Array[]): Uint8Array => {
  const content =
    typeof value === 'string'
      ? new TextEncoder().encode(value)
      : value instanceof Uint8Array
        ? value
        : join(value)
  return join([Uint8Array.from([...varint(field * 8 + 2), ...varint(content.length)]), content])
}

/** A whole message. */
export const message = (...fields: Uint8Array[]): Uint8Array => join(fields)
