import { createCipher } from '@runnel/core'

/** A text to try the page with. */
export interface Example {
  readonly title: string
  readonly text: string
}

/** One stretch of a message, and the key it is enciphered with. */
interface Part {
  readonly cipher: string
  readonly key: string
  readonly message: string
}

const enciphered = (...parts: readonly Part[]): string =>
  parts
    .map(({ cipher, key, message }) => {
      const made = createCipher(cipher)
      return made.encrypt(message, made.parseKey(key))
    })
    .join('')

const BOAT = 'The morning was cold, and the boat had not come. '
const HARBOUR =
  'Nobody on the quay would say when it was expected, and the harbour master had gone home to his dinner. ' +
  'We waited until the lamps were lit along the water, and then we walked back through the town without a word. '

/** The text that plays first. */
export const FIRST_EXAMPLE: Example = {
  title: 'The key changes',
  text: enciphered(
    { cipher: 'caesar', key: '7', message: BOAT },
    {
      cipher: 'caesar',
      key: '19',
      message: 'Nobody said a word until the tide turned, and with it the wind.',
    },
  ),
}

/** Every example, in the order in which they are offered. */
export const examples = (): readonly Example[] => [
  { title: 'A message', text: enciphered({ cipher: 'affine', key: '5,8', message: BOAT + HARBOUR }) },
  {
    title: 'Without spaces',
    text: enciphered({
      cipher: 'caesar',
      key: '11',
      message: (BOAT + HARBOUR).replace(/[^A-Za-z]/g, '').toLowerCase(),
    }),
  },
  {
    title: 'In groups of five',
    text: enciphered({
      cipher: 'atbash',
      key: '',
      message: (BOAT + HARBOUR)
        .replace(/[^A-Za-z]/g, '')
        .toUpperCase()
        .replace(/.{5}/g, '$& '),
    }),
  },
  FIRST_EXAMPLE,
  {
    title: 'Wrong at first',
    text: enciphered(
      {
        cipher: 'caesar',
        key: '7',
        message: 'The letters were in the drawer of the old desk, under a map of the coast. ',
      },
      { cipher: 'caesar', key: '14', message: 'At noon the bells rang, and all the shops were shut.' },
    ),
  },
]
