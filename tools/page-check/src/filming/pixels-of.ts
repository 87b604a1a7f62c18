import type { Page } from 'playwright'

/** Pixels of a picture, row by row: red, green, blue and alpha in the bytes of each, the lowest first. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/** Has a browser tell the pixels of a PNG file. */
export const pixelsOf = async (page: Page, png: Buffer): Promise<Pixels> => {
  const { url, width, height } = await page.evaluate(draw, png.toString('base64'))
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  return { width, height, pixels: new Uint32Array(Uint8Array.from(bytes).buffer) }
}

const draw = async (png: string): Promise<{ url: string; width: number; height: number }> => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const reader = new FileReader()
  const url = await new Promise<string>((resolve) => {
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(new Blob([data]))
  })
  return { url, width, height }
}
