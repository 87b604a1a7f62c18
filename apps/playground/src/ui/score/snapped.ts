/** Fills a rectangle whose edges lie on the device's pixels, so that no seam shows between two that touch. */
export const fillSnapped = (
  context: CanvasRenderingContext2D,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void => {
  const { a: ratio } = context.getTransform()
  const snap = (value: number): number => Math.round(value * ratio) / ratio
  const [left, top] = [snap(x), snap(y)]
  context.fillRect(left, top, snap(x + width) - left, Math.max(1 / ratio, snap(y + height) - top))
}
