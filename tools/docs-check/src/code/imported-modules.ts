import { parseSync, Visitor } from 'vite'

/**
 * Lists what a module in TypeScript imports, as written: values and types, statements, `import()` and `export … from`.
 *
 * @throws SyntaxError when the text is no TypeScript
 */
export const importedModules = (file: string, text: string): string[] => {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const specifiers: string[] = []
  const note = ({ source }: { source: unknown }): void => {
    // An expression in import() may be anything; a string alone names a module that can be looked for.
    const { value } = (source ?? {}) as { value?: unknown }
    if (typeof value === 'string') specifiers.push(value)
  }
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: note,
  }).visit(program)
  return specifiers
}
