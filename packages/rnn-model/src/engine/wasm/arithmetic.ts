/**
 * Arithmetic of the kernels. State and gates are float32 in all of them.
 *
 * - `int16`: weights and h are whole numbers of up to 16 bits; the same bits on every machine. The default.
 * - `float32`: the same bits on every machine too; slower, without rounding of the weights.
 * - `int8-relaxed`: weights of 8 bits, h of 7; the fastest, needs relaxed SIMD, costs some accuracy.
 * - `float32-relaxed`: fused where the machine can, so that bits differ between machines.
 */
export type Arithmetic = 'int16' | 'float32' | 'int8-relaxed' | 'float32-relaxed'
