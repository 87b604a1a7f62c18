/**
 * Arithmetic of the kernels. State and gates are float32 in all of them.
 *
 * - `int8`: weights of 8 bits, h of 7; the same bits on every machine, with relaxed SIMD or without. The default.
 * - `int16`: weights and h are whole numbers of up to 16 bits; the same bits on every machine; slower, nearer to float32.
 * - `float32`: the same bits on every machine too; slower still, without rounding of the weights.
 * - `float32-relaxed`: fused where the machine can, so that bits differ between machines.
 */
export type Arithmetic = 'int8' | 'int16' | 'float32' | 'float32-relaxed'

/** A build of the kernels: `int8` has two, of which the one in relaxed SIMD is the faster. */
export type KernelBuild = Arithmetic | 'int8-relaxed'
