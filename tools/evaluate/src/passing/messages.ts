/** Cuts a text into messages of so many characters or a few more, at white space. */
export const messagesOf = (text: string, size: number): string[] => {
  const messages: string[] = []
  for (let from = 0; from < text.length; ) {
    let end = Math.min(text.length, from + size)
    while (end < text.length && end < from + 2 * size && !/\s/.test(text[end])) end++
    messages.push(text.slice(from, end))
    from = end
  }
  return messages
}
