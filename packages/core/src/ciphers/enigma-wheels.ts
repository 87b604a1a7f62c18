/** A wheel of the machine. */
export interface Wheel {
  /** The contact that each of 26 leads to, from right to left, as letters. */
  readonly wiring: string
  /** Letters in the window at which the next wheel is moved on with the next key press. */
  readonly notches: string
}

/*
 * Wirings: Wikipedia, Enigma rotor details; Deavours and Kruh, Machine Cryptography and Modern Cryptanalysis (1985).
 */

/** Rotors of Enigma I (I to V) and M3 (VI to VIII as well). */
export const rotors: { readonly [name: string]: Wheel } = {
  I: { wiring: 'EKMFLGDQVZNTOWYHXUSPAIBRCJ', notches: 'Q' },
  II: { wiring: 'AJDKSIRUXBLHWTMCQGZNPYFVOE', notches: 'E' },
  III: { wiring: 'BDFHJLCPRTXVZNYEIWGAKMUSQO', notches: 'V' },
  IV: { wiring: 'ESOVPZJAYQUIRHXLNFTGKDCMWB', notches: 'J' },
  V: { wiring: 'VZBRGITYUPSDNHLXAWMJQOFECK', notches: 'Z' },
  VI: { wiring: 'JPGVOUMFYQBENHZRDKASXLICTW', notches: 'ZM' },
  VII: { wiring: 'NZJHGRCXMYSWBOUFAIVLPEKQDT', notches: 'ZM' },
  VIII: { wiring: 'FKQHTLXOCBJSPDZRAMEWNIUYGV', notches: 'ZM' },
}

/** Reflectors: A of the first machines, B and C of the later ones. */
export const reflectors: { readonly [name: string]: string } = {
  A: 'EJMZALYXVBWFCRQUONTSPIKHGD',
  B: 'YRUHQSLDPXNGOKMIEBFZCWVJAT',
  C: 'FVPJIAOYEDRZXWGCTKUQSBNMHL',
}
