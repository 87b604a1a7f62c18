import { createCipher, type Random } from '@runnel/core'
import { drawPassage } from '../live/streams.ts'

/** A way of writing a message in groups. */
export interface Form {
  readonly name: string
  /** Letters of a group. */
  readonly size: number
  /** Between two groups; where there are two, the second one stands after each fifth group. */
  readonly between: readonly string[]
  /** Text before the groups, which is not enciphered. */
  readonly head: string
  /** Letters that are left away at the beginning of the first group. */
  readonly cut: number
}

/** A message in groups, and as it is enciphered. */
export interface Message {
  readonly plaintext: string
  readonly ciphertext: string
}

const form = (name: string, more: Partial<Form>): Form => ({
  name,
  size: 5,
  between: [' '],
  head: '',
  cut: 0,
  ...more,
})

/** The ways that are measured. */
export const forms: readonly Form[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((size) => form(`groups of ${size}`, { size })),
  form('groups of 4, hyphens', { size: 4, between: ['-'] }),
  form('groups of 5, hyphens', { between: ['-'] }),
  form('groups of 3, a line each', { size: 3, between: ['\n'] }),
  form('groups of 5, lines of five', { between: [' ', '\n'] }),
  form('after a line end', { head: '\n' }),
  form('after a quotation mark', { head: '"' }),
  form('after a number', { head: '7. ' }),
  form('after a heading in plain text', { head: 'Our man in the harbour sent us this:\n\n' }),
  form('after a page in plain text', {
    head: `${'The letter came by boat and says the same as before. '.repeat(3)}\n`,
  }),
  form('the first group cut by 2', { cut: 2 }),
  form('the first group cut by 4', { cut: 4 }),
]

/** Puts text into groups: letters alone, in capitals. */
export const inGroups = (text: string, { size, between, cut }: Form): string => {
  const letters = text.replace(/[^a-zA-Z]/g, '').toUpperCase()
  let groups = letters.slice(0, size - cut)
  for (let at = size - cut, count = 1; at < letters.length; at += size, count++) {
    groups += (count % 5 === 0 ? between.at(-1) : between[0]) + letters.slice(at, at + size)
  }
  return groups
}

/** Draws a message of so many letters, under a cipher drawn from those named and a random key. */
export const drawMessage = (
  text: string,
  random: Random,
  { form, letters, ciphers }: { form: Form; letters: number; ciphers: readonly string[] },
): Message => {
  const grouped = inGroups(drawPassage(text, random, { letters }), form)
  const name = ciphers[random.integer(ciphers.length)]
  const cipher = name === 'plain' ? undefined : createCipher(name)
  const ciphertext = cipher ? cipher.encrypt(grouped, cipher.generateKey(random)) : grouped
  return { plaintext: form.head + grouped, ciphertext: form.head + ciphertext }
}
