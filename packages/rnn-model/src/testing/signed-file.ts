/** A model file around any header and payload, with true lengths and a true SHA-256: well made nonsense. */
export const signedFile = async (header: string | Uint8Array, payload = 0): Promise<Uint8Array> => {
  const json = typeof header === 'string' ? new TextEncoder().encode(header) : header
  const bytes = new Uint8Array(16 + json.length + payload + 32)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('RNNL'))
  view.setUint32(4, 1, true)
  view.setUint32(8, bytes.length, true)
  view.setUint32(12, json.length, true)
  bytes.set(json, 16)
  return sign(bytes)
}

/** Writes a true SHA-256 over the last 32 bytes of a file that was changed. Mutates `bytes`. */
export const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice(0, -32))
  bytes.set(new Uint8Array(digest), bytes.length - 32)
  return bytes
}
