import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sha256 } from './sha256.ts'

/** SHA-256 of each text, which its folder's `sources.tsv` traces to novels of ELTeC (COST Action CA16204). */
const hashes = {
  'de-train': 'd2f3d68d52bb24ba918686bfba2aecbb31738642d4ad565109d184d520b134c7',
  'de-test': '9d862527e7f3daa4be4d957ac251d35b4756e5af28187ba465e77c67387828d4',
  'fr-train': '7b0b5494c344cd4626af4d0b051e678ebd82b62ee7a9b74e37ca796224565212',
  'fr-test': 'f8ae0de34d564371be5f296fe9b8cbf7653540a93eed297a2549b4c05b4f9f4c',
  'es-train': 'cef41a3bc0fdef623971275b4bd7f3e03e886c78a0458956525b573bf1ac2d79',
  'es-test': '9eb0a097f845b0501e21e441626a7dceadb8741cd1f5d949a498d22b298de5cb',
  'it-train': 'f134656251b4fa38029fa7cd145c9a6c88a1f457fca3f8c94360f464c1ca3fa5',
  'it-test': 'cbc980314c43737aa0b6d540e5dd1d349e569a336aa42aa9c6d79c8098db0db4',
  'pt-train': 'd1ccdd494cf3125d58a33f2e8a04f4e4f68cd48faf2c7f7882a38b0738de74f7',
  'pt-test': '364a419ccadd11d54f3248f5ceff85038244560befc52d84a36ee5515885ae8c',
  'pl-train': '201a3b61db01d3174453a601f5fb2f89e88c951939eca2a0a88e2665f7dee5f6',
  'pl-test': 'ff28cb770edcd6a39e262012cffd3be6066bf755f3be5e478d1f1b6f607bb21a',
  'cs-train': 'f5840274541e551db3c683d0dbe9cb83845672618b087e9d4e390c9d6f8a2789',
  'cs-test': '74cbeb23b7f7b7a2d06b59b54a8d771a56c7d432013a8083627ab2abe95b29a7',
  'sv-train': '9702b8af1ebd3951773b03102f286ed7b810cf2ba32dcc19cfa8f316eba35399',
  'sv-test': '3ca9b6121abe1f80e11287e61c0af1e5c22b9ced495452cc885711e425f21e77',
  'no-train': 'a370e00ff900a8ac202303deb18f2a52195bee1858e31499bfbf1ced63b9b645',
  'no-test': '02a80fe9eb2f27d28d905d47b8c381c0ec501ade9f3a730f7ef9f5a0ba6c6f2d',
  'hu-train': '76b00ac3dd2a1c2387e83f6382852b561eb407065a3f4edd94aae15d59542460',
  'hu-test': 'ffaf04e18584868d440513590e652d8254e50a5ef6e34bd8c87fbc9e1d9bc71f',
  'ro-train': 'aa5d6d203ce0ee3fcd77d37ece44dc56d538ea4f00aa4cc0226b74493f148eb8',
  'ro-test': '86ae2a0e67d6a741a762d3c4368ae5f7e7e6522b7a6a74b85802b628467fc97c',
  'sl-train': 'f91417c3f2c4faa2df272010381d17eb9b752a9535cd232d56c0a049f04a6322',
  'sl-test': 'eace338b7014752b2c2e3b2ca4562b65120ff6b1ddd08fbbbb9c6c6655f444cc',
  'en-train': '964260bd1e23bf92181bfdbe42fa9d85b7fd6bf44673c9827506698b65302e88',
  'en-test': 'bd3c6e34ed4d0c0e05ca8a167d7211ccd02b9f2f9ca9032129221f7e0bed7378',
  'ru-train': '633662853c4e3e1b3e78a89420a987739b4a392a9c3b0f43cb5df48a182743a7',
  'ru-test': 'ee4184f7cd60bec8e3807b4bcf7f3fe26047d3f27b62273526167d6ccfb2fbaa',
  'el-train': 'f090ac4fdd66d53f1ec6f3f3c116cee278b8ef9f7b167ef4a59865697dabfeaa',
  'el-test': '3e2f733eec67038bd5c10d62ff0ee62e71a0db9c6f31cd04460f729d8bf06267',
  'uk-train': '5e77453520baac67e6ef177d2e473d9446dd57ecf34758e7fc918a55dd535342',
  'uk-test': '677be77b84d9f55be771c87278a01634c17f3a5f12815365e7dddd0d8533f39f',
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
