import { debianPackage } from './debian-package.ts'
import type { CorpusSource } from './source.ts'
import { readSwordBlocks, stripOsis } from './sword-module.ts'

const name = 'sword-text-web'

/** A translation into modern English, with the deuterocanonical books. */
export const worldEnglishBible: CorpusSource = {
  name: 'world-english-bible',
  title: 'World English Bible with deuterocanon (2020)',
  origin: { registry: 'debian', package: name },
  licence: 'public domain',
  test: false,
  read: () => {
    const folder = debianPackage(name).file('usr/share/sword/modules/texts/ztext/engWEB2015eb')
    return ['ot', 'nt']
      .flatMap((testament) => readSwordBlocks(`${folder}/${testament}`))
      .map(stripOsis)
      .join('\n\n')
  },
}
