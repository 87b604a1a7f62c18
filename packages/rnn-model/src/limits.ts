/*
 * Bounds of what is read of a model file, so that a file of a few bytes costs no more than a few bytes. They are
 * far above any net that Runnel trains: recipes have one layer, converted ones up to three were seen.
 */

/** Recurrent layers of a net. */
export const MOST_LAYERS = 64
/** Bytes of what describes the arrays of a file: 64 layers of four arrays take 30 KB, the longest alphabet 200 KB. */
export const MOST_HEADER_BYTES: number = 2 ** 20
/** Fields of Protocol Buffers in an ONNX file, at all depths: 64 layers take about 5,000. */
export const MOST_FIELDS = 100_000
/** Bytes of a name in an ONNX file: those of exporters have a path of modules, under 200. */
export const MOST_NAME_BYTES = 1024
/** Sides of an array: ONNX has three where a net has directions. */
export const MOST_SIDES = 4
/** Layers of a graph: a converted one has some 20. */
export const MOST_GRAPH_LAYERS = 1024
/** Sides of a tensor in the graph of an ONNX file: batch, directions, steps and channels, and one to spare. */
export const MOST_ONNX_SIDES = 8
