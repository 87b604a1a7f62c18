/** The plaintext letter that each letter was read as last, in lower case: for keys that are not complete. */
export const readLetters = (ciphertext: string, plaintext: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (let at = 0; at < plaintext.length; at++) {
    found.set(ciphertext[at].toLowerCase(), plaintext[at].toLowerCase())
  }
  return found
}
