/** The name of an encoding at the head of a sentence: `Base64`, `ROT13`, `A1Z26`. */
export const encodingTitle = (name: string): string =>
  /^(rot|a)\d/.test(name) ? name.toUpperCase() : name[0].toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** A chain of encodings, outermost first, as a person says it: `Base64, then hex`. */
export const chainTitle = (chain: string): string => {
  const [first, ...others] = chain.split(' > ')
  return [encodingTitle(first), ...others].join(', then ')
}
