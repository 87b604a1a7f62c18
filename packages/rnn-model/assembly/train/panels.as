/**
 * Copies a matrix into panels [lanes / width][depth][width], so that a product reads it in one stream. `lanes`
 * is a multiple of `width`, 4 or 8; strides count floats.
 */
export function packPanels(
  source: usize,
  laneStride: i32,
  depthStride: i32,
  lanes: i32,
  depth: i32,
  width: i32,
  out: usize,
): void {
  const laneBytes = laneStride << 2
  const depthBytes = depthStride << 2
  for (let lane = 0; lane < lanes; lane += width, source += width * laneBytes) {
    let from = source
    for (let k = 0; k < depth; k++, from += depthBytes, out += width << 2) {
      if (laneStride == 1) {
        v128.store(out, v128.load(from))
        if (width > 4) v128.store(out + 16, v128.load(from + 16))
      } else {
        for (let i = 0; i < width; i++) store<f32>(out + (i << 2), load<f32>(from + i * laneBytes))
      }
    }
  }
}

@inline
function madd(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), sum)
}

/**
 * out += A B, with A `[rows, depth]` in panels of 4 rows and B `[depth, columns]` in panels of 8 columns; a row of
 * `out` is `stride` floats on from the one before. Eight sums stay in registers.
 */
export function multiplyPanels(
  a: usize,
  b: usize,
  out: usize,
  stride: i32,
  rows: i32,
  columns: i32,
  depth: i32,
): void {
  const rowBytes = stride << 2
  const aBytes = depth << 4
  const bBytes = depth << 5
  for (let column = 0; column < columns; column += 8, b += bBytes, out += 32) {
    let aPanel = a
    let o = out
    for (let row = 0; row < rows; row += 4, o += rowBytes << 2) {
      const o1 = o + rowBytes
      const o2 = o1 + rowBytes
      const o3 = o2 + rowBytes
      let c00 = v128.load(o)
      let c01 = v128.load(o, 16)
      let c10 = v128.load(o1)
      let c11 = v128.load(o1, 16)
      let c20 = v128.load(o2)
      let c21 = v128.load(o2, 16)
      let c30 = v128.load(o3)
      let c31 = v128.load(o3, 16)
      let bk = b
      for (const end = aPanel + aBytes; aPanel < end; aPanel += 16, bk += 32) {
        const b0 = v128.load(bk)
        const b1 = v128.load(bk, 16)
        const a0 = v128.load32_splat(aPanel)
        c00 = madd(a0, b0, c00)
        c01 = madd(a0, b1, c01)
        const a1 = v128.load32_splat(aPanel, 4)
        c10 = madd(a1, b0, c10)
        c11 = madd(a1, b1, c11)
        const a2 = v128.load32_splat(aPanel, 8)
        c20 = madd(a2, b0, c20)
        c21 = madd(a2, b1, c21)
        const a3 = v128.load32_splat(aPanel, 12)
        c30 = madd(a3, b0, c30)
        c31 = madd(a3, b1, c31)
      }
      v128.store(o, c00)
      v128.store(o, c01, 16)
      v128.store(o1, c10)
      v128.store(o1, c11, 16)
      v128.store(o2, c20)
      v128.store(o2, c21, 16)
      v128.store(o3, c30)
      v128.store(o3, c31, 16)
    }
  }
}
