/** The end of a flag, behind characters that print. */
const REST = /^[!-~]*\}\s*$/

/**
 * The key of XOR under which bytes are a flag: what a flag begins with tells the key, where it is shorter than that, and all
 * the rest has to print.
 *
 * @param bytes one UTF-16 unit each
 * @returns in hexadecimal digits, `0x42`
 */
export const flagXorKey = (bytes: string, formats: readonly string[]): string | undefined => {
  for (const format of formats) {
    const key = Array.from(format, (sign, at) => sign.charCodeAt(0) ^ bytes.charCodeAt(at))
    for (let period = 1; period < key.length && key.length < bytes.length; period++) {
      if (key.some((byte, at) => byte !== key[at % period])) continue
      const rest = Array.from(bytes.slice(key.length), (byte, at) =>
        String.fromCharCode(byte.charCodeAt(0) ^ key[(at + key.length) % period]),
      )
      if (!REST.test(rest.join(''))) continue
      const digits = key.slice(0, period).map((byte) => byte.toString(16).padStart(2, '0'))
      return `0x${digits.join('')}`
    }
  }
  return undefined
}
