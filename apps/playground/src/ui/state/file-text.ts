/** The largest file that a page reads, in bytes. */
export const MOST_FILE_BYTES: number = 5 * 1024 * 1024

/** The text of a file, or why it is not read. */
export type FileText = { readonly text: string } | { readonly refused: 'too-large' | 'not-text' }

/** Reads a file as UTF-8 text. One with zero bytes, or bytes that are no UTF-8, is no text. */
export const readTextFile = async (file: Blob): Promise<FileText> => {
  if (file.size > MOST_FILE_BYTES) return { refused: 'too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.includes(0)) return { refused: 'not-text' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { refused: 'not-text' }
  }
}
