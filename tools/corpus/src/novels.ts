import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sha256 } from './sha256.ts'

/** SHA-256 of each text, which its folder's `sources.tsv` traces to novels of ELTeC (COST Action CA16204). */
const hashes = {
  'de-test': '9d862527e7f3daa4be4d957ac251d35b4756e5af28187ba465e77c67387828d4',
  'de-train': 'd2f3d68d52bb24ba918686bfba2aecbb31738642d4ad565109d184d520b134c7',
  'fr-test': 'f8ae0de34d564371be5f296fe9b8cbf7653540a93eed297a2549b4c05b4f9f4c',
  'fr-train': '7b0b5494c344cd4626af4d0b051e678ebd82b62ee7a9b74e37ca796224565212',
  'pl-test': 'ff28cb770edcd6a39e262012cffd3be6066bf755f3be5e478d1f1b6f607bb21a',
  'pl-train': '201a3b61db01d3174453a601f5fb2f89e88c951939eca2a0a88e2665f7dee5f6',
} as const

/** One text of novels: language, and whether it may be learned and tuned on. */
export type NovelsName = keyof typeof hashes

/** Novels are not where they were said to be, or are others. */
export class NovelsError extends Error {
  override readonly name = 'NovelsError'
}

/**
 * Novels of 1840 to 1920 in the public domain, from the European Literary Text Collection: a paragraph a line, from
 * `NAME.txt.gz` in a folder. Test texts are of authors of whom nothing is in the others.
 *
 * @throws NovelsError where there is no such file, or another text in it
 */
export const readNovels = (
  name: NovelsName,
  folder: string,
  sha256Of: Readonly<Record<string, string>> = hashes,
): string => {
  const file = path.join(folder, `${name}.txt.gz`)
  if (!existsSync(file)) throw new NovelsError(`${name}.txt.gz is not in the folder of novels`)
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  if (sha256(text) !== sha256Of[name])
    throw new NovelsError(`${name}.txt.gz holds another text than measured on`)
  return text
}
