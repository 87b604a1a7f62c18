const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]

/** A field of Protocol Buffers that holds a whole number, text, or bytes. */
export const field = (number: number, value: number | string | ArrayLike<number>): number[] => {
  if (typeof value === 'number') return [...varint(8 * number), ...varint(value)]
  const content = Array.from(typeof value === 'string' ? new TextEncoder().encode(value) : value)
  return varint(8 * number + 2).concat(varint(content.length), content)
}

/** A float32 array of zeros in an ONNX graph. */
export const tensor = (name: string, sides: readonly number[], bytes: number): number[] =>
  field(5, [
    ...sides.flatMap((side) => field(1, side)),
    ...field(2, 1),
    ...field(8, name),
    ...field(9, new Uint8Array(bytes)),
  ])

/** An operation of an ONNX graph. */
export const node = (type: string, ...inputs: readonly string[]): number[] =>
  field(1, [...inputs.flatMap((input) => field(1, input)), ...field(2, 'out'), ...field(4, type)])

/** An ONNX file of some fields of its graph. */
export const onnxFile = (...graph: readonly number[][]): Uint8Array => Uint8Array.from(field(7, graph.flat()))
