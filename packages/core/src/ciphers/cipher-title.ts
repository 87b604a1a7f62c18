/** Names as people write them, where that is not the name with a capital. */
const titles: { readonly [name: string]: string } = {
  plain: 'Plain text',
  unknown: 'No key',
  rot47: 'ROT47',
  vigenere: 'Vigenère',
  quagmire1: 'Quagmire I',
  quagmire2: 'Quagmire II',
  quagmire3: 'Quagmire III',
  quagmire4: 'Quagmire IV',
  xor: 'XOR',
  adfgx: 'ADFGX',
  adfgvx: 'ADFGVX',
}

/**
 * The name of a cipher as people write it.
 *
 * @example
 * import { cipherTitle } from '@runnel/core/ciphers'
 * cipherTitle('vigenere') // 'Vigenère'
 * cipherTitle('rail-fence') // 'Rail fence'
 */
export const cipherTitle = (name: string): string =>
  Object.hasOwn(titles, name)
    ? titles[name]
    : name.slice(0, 1).toUpperCase() + name.slice(1).replaceAll('-', ' ')
