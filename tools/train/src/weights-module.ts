/** A module of packages/models that holds a file, in base 64. */
export const weightsModule = (name: string, what: string, bytes: Uint8Array): string =>
  `import type { EmbeddedModel } from '@runnel/rnn-model'

/** ${what} of ${name}; its card is cards/${name}.md. Made by \`npm run train -- ${name}\`: do not edit. */
export const ${camelCase(name)}: EmbeddedModel = {
  name: '${name}',
  base64:
    '${Buffer.from(bytes).toString('base64')}',
}
`

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
