import type { Random } from '@runnel/core'
import { lettersOf, shuffled } from './passages.ts'

const LETTERS = 'ABCDEFGHIKLMNOPQRSTUVWXYZ'

/** A square of 25 letters, where I is J: in any order, or with a word before the others. */
export const createSquare = (random: Random, word: string): string => {
  if (random.next() < 0.5) return shuffled(random, [...LETTERS]).join('')
  return [...new Set(withoutJ(word) + LETTERS)].join('')
}

const withoutJ = (text: string): string => lettersOf(text).replaceAll('J', 'I')

/** Playfair: pairs by the rows and columns of a square; X parts two of the same letter, and fills up. */
export const playfair = (text: string, square: string): string => {
  const letters = withoutJ(text)
  let enciphered = ''
  for (let i = 0; i < letters.length; i++) {
    const first = letters[i]
    const isPair = i + 1 < letters.length && letters[i + 1] !== first
    const second = isPair ? letters[++i] : first === 'X' ? 'Q' : 'X'
    enciphered += pairOf(square.indexOf(first), square.indexOf(second), square)
  }
  return enciphered
}

const pairOf = (a: number, b: number, square: string): string => {
  const [rowA, rowB] = [Math.floor(a / 5), Math.floor(b / 5)]
  const [columnA, columnB] = [a % 5, b % 5]
  const at = (row: number, column: number): string => square[5 * (row % 5) + (column % 5)]
  if (rowA === rowB) return at(rowA, columnA + 1) + at(rowB, columnB + 1)
  if (columnA === columnB) return at(rowA + 1, columnA) + at(rowB + 1, columnB)
  return at(rowA, columnB) + at(rowB, columnA)
}

/** Bifid: rows of a group of letters, then their columns, read two by two. */
export const bifid = (text: string, square: string, period: number): string => {
  const places = [...withoutJ(text)].map((letter) => square.indexOf(letter))
  let enciphered = ''
  for (let at = 0; at < places.length; at += period) {
    const group = places.slice(at, at + period)
    const digits = [...group.map((place) => Math.floor(place / 5)), ...group.map((place) => place % 5)]
    for (let i = 0; i < digits.length; i += 2) enciphered += square[5 * digits[i] + digits[i + 1]]
  }
  return enciphered
}

/** ADFGX or ADFGVX: each letter as the names of its row and column, then columns in another order. */
export const adfgvx = (text: string, random: Random, columns: number): string => {
  const names = random.next() < 0.5 ? 'ADFGX' : 'ADFGVX'
  const signs = names.length === 5 ? LETTERS : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  const square = shuffled(random, [...signs]).join('')
  const letters = names.length === 5 ? withoutJ(text) : lettersOf(text)
  const fractions = [...letters]
    .map((letter) => {
      const place = square.indexOf(letter)
      return names[Math.floor(place / names.length)] + names[place % names.length]
    })
    .join('')
  return columnar(fractions, shuffled(random, [...Array(columns).keys()]))
}

/** Columns of a text that is written in rows, in another order. */
export const columnar = (letters: string, order: readonly number[]): string => {
  let enciphered = ''
  for (const column of order)
    for (let i = column; i < letters.length; i += order.length) enciphered += letters[i]
  return enciphered
}

/** Rails of a text that is written up and down. */
export const railFence = (letters: string, rails: number): string => {
  const rows = Array.from({ length: rails }, () => '')
  const cycle = 2 * (rails - 1)
  for (let i = 0; i < letters.length; i++) {
    const at = i % cycle
    rows[at < rails ? at : cycle - at] += letters[i]
  }
  return rows.join('')
}

/** Hill's cipher with pairs of letters, under a random matrix. */
export const hill = (text: string, random: Random): string => {
  let matrix = [0, 0, 0, 0]
  const determinant = ([a, b, c, d]: number[]): number => (((a * d - b * c) % 26) + 26) % 26
  while (determinant(matrix) % 2 === 0 || determinant(matrix) === 13)
    matrix = matrix.map(() => random.integer(26))
  const [a, b, c, d] = matrix
  const letters = lettersOf(text).length % 2 === 0 ? lettersOf(text) : `${lettersOf(text)}X`
  let enciphered = ''
  for (let i = 0; i < letters.length; i += 2) {
    const [x, y] = [letters.charCodeAt(i) - 65, letters.charCodeAt(i + 1) - 65]
    enciphered += String.fromCharCode(65 + ((a * x + b * y) % 26), 65 + ((c * x + d * y) % 26))
  }
  return enciphered
}
