const PAGE = 65_536

/** Makes sure that memory has `bytes` bytes. Every view of it ends when it grows. */
export const ensureMemory = (memory: WebAssembly.Memory, bytes: number): void => {
  const missing = bytes - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
}
