import type { SourceFiles } from './source-files.ts'

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** Lists the files of more than `most` lines. */
export const tooLong = (files: SourceFiles, most: number): string[] =>
  [...files]
    .filter(([, text]) => linesOf(text) > most)
    .map(([file, text]) => `${file}: ${linesOf(text)} lines, ${most} at the most`)

/** Median of the lines of files; of an even number, the larger of the middle two. 0 of none. */
export const medianLines = (files: SourceFiles): number => {
  const lengths = Array.from(files.values(), linesOf).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}
