import type { Kind } from '@runnel/decipher/identify'
import { codedTexts } from './coded-texts.ts'
import { letterTexts } from './letter-texts.ts'
import type { Passages } from './passages.ts'

/** A text of a kind, made of so many letters of plain text. */
export const makeText = (kind: Kind, passages: Passages, letters: number): string => {
  const make = letterTexts[kind] ?? codedTexts[kind]
  if (!make) throw new Error(`no texts of the kind ${kind} are made`)
  return make(passages, letters)
}
