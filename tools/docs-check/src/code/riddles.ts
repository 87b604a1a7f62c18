import type { SourceFiles } from './source-files.ts'

/** Block comments whose first word asks; plain ones too, since they head files without exports. */
const RIDDLE = /\/\*[\s*]*(?:What|How)\b.*/g

/** Lists the comments that open with a question in place of saying what a thing is or does. */
export const riddles = (files: SourceFiles): string[] =>
  [...files].flatMap(([file, text]) =>
    Array.from(text.matchAll(RIDDLE), ({ 0: comment, index }) => {
      const line = text.slice(0, index).split('\n').length
      return `${file}:${line}: ${comment.replace(/\s+/g, ' ')}`
    }),
  )
