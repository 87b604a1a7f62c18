/** Runs something, and counts the bytes of all float32 arrays that are made meanwhile. Views count as nothing. */
export const countAllocated = <T>(run: () => T): { bytes: number; result: T } => {
  const Real = globalThis.Float32Array
  let bytes = 0
  class Counted extends Real {
    constructor(...args: [number]) {
      super(...args)
      if (!((args[0] as unknown) instanceof ArrayBuffer)) bytes += this.byteLength
    }
  }
  globalThis.Float32Array = Counted as unknown as Float32ArrayConstructor
  try {
    const result = run()
    return { result, bytes }
  } finally {
    globalThis.Float32Array = Real
  }
}
