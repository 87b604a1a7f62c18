/** Names of the counts that a search is made of, by the name of its cipher; in the order in which it takes them. */
export const searchCounts: { readonly [cipher: string]: readonly string[] } = {
  substitution: ['english-words', 'english-letters'],
}
