import type { TextForm } from '@runnel/models/recipes'

/** A text in the form that it is counted in. */
export const inForm = (text: string, form: TextForm | undefined): string => {
  if (form === undefined) return text
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z]+/g, ' ')
  return form === 'words' ? words : words.replaceAll(' ', '')
}
