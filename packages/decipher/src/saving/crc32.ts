/** The remainder of each byte. */
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  return crc
})

/** CRC-32 as in ISO 3309 and PNG, a byte at a time; ten lines of our own, since Workers and pages have none built in. */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = ~0
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 0xff]
  return ~crc >>> 0
}
