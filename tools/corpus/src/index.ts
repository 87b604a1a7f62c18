import { brown } from './brown.ts'
import { englishSources } from './english-corpus.ts'
import { mobyDick } from './moby-dick.ts'
import type { CorpusSource } from './source.ts'

export { brown } from './brown.ts'
export { dasher } from './dasher.ts'
export { type DebianPackage, debianPackage } from './debian-package.ts'
export { type EnglishCorpus, englishCorpus } from './english-corpus.ts'
export { EUROPEAN } from './european-corpus.ts'
export { mobyDick } from './moby-dick.ts'
export { foldLetters, type NovelCorpus, novelCorpus, novelTest } from './novel-corpus.ts'
export { type NovelsName, readNovels } from './novels.ts'
export { sotu } from './sotu.ts'
export { type CorpusSource, packageFolder } from './source.ts'
export { udhr } from './udhr.ts'
export { writeCorpus } from './write-corpus.ts'

/** Every text there is. */
export const sources: readonly CorpusSource[] = [mobyDick, ...englishSources, brown]
