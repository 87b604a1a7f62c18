import { catalog } from '@runnel/models'
import { recipes } from '@runnel/models/recipes'
import { type ConsoleStreams, write } from '../console-streams.ts'
import { openModel } from '../open-model.ts'

/** Lists the models that ship. */
export const models = async ({ json }: { json?: boolean }, { stdout }: ConsoleStreams): Promise<void> => {
  const known = recipes()
  const rows = await Promise.all(
    Object.keys(catalog).map(async (name) => {
      const { config, id } = await openModel(name)
      return {
        name,
        description: known[name].description,
        net: config.layers.map(({ cell, units }) => `${cell} ${units}`).join(', '),
        input: config.input,
        sha256: id,
      }
    }),
  )
  if (json) return write(stdout, `${JSON.stringify(rows, null, 2)}\n`)
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(
    ({ name, description, net, input, sha256 }) =>
      `${name.padEnd(width)}  ${description}\n${' '.repeat(width)}  ${net}, ${input} input, sha256 ${sha256.slice(0, 12)}…\n`,
  )
  return write(stdout, lines.join(''))
}
