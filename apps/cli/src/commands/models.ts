import { languageList, netList } from '@runnel/models'
import { shippedNets } from '@runnel/models/languages'
import { recipes } from '@runnel/models/recipes'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { openModel } from '../open-model.ts'

/** Lists the models that ship, and the languages that are read by counts. */
export const models = async ({ json }: { json?: boolean }, { stdout }: ConsoleStreams): Promise<void> => {
  const known = recipes()
  const nets = await Promise.all(
    Object.keys(shippedNets).map(async (name) => {
      const { config, id } = await openModel(name)
      return {
        name,
        description: known[name].description,
        net: config.layers.map(({ cell, units }) => `${cell} ${units}`).join(', '),
        input: config.input,
        sha256: id,
        ...(Object.hasOwn(netList, name) && { languages: netList[name].languages }),
      }
    }),
  )
  const languages = Object.entries(languageList).map(([code, language]) => ({
    name: `${language.name.toLowerCase()}-counts`,
    language: { code, ...language },
  }))
  if (json) return write(stdout, `${JSON.stringify([...nets, ...languages], null, 2)}\n`)
  const rows = [
    ...nets.map(({ name, description, net, input, sha256, languages }) => ({
      name,
      lines: [
        languages ? `${description}: ${languages.join(', ')}` : description,
        `${net}, ${input} input, sha256 ${sha256.slice(0, 12)}…`,
      ],
    })),
    ...languages.map(({ name, language: { code, name: language, bytes, bits, substitution, own } }) => ({
      name,
      lines: [
        `${language}, --language ${code}: ${Math.round(bytes / 1000)} KB, ${bits} bits a character${substitution ? '; substitutions too' : ''}${own ? `; over its ${own.letters.length} letters, --alphabet ${code}` : ''}`,
      ],
    })),
  ]
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.flatMap(({ name, lines }) =>
    lines.map((line, at) => `${(at === 0 ? name : '').padEnd(width)}  ${line}\n`),
  )
  return write(stdout, lines.join(''))
}
