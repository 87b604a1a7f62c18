import { ciphertext, type Outcome } from './adopter.ts'

/** Posts the ciphertext to a server, and gives its answer. @throws Error with its status, unless that is 200 */
export const answerOf = async (url: string): Promise<Outcome> => {
  const response = await fetch(url, { method: 'POST', body: ciphertext })
  const plaintext = await response.text()
  if (response.status !== 200) throw new Error(`status ${response.status}: ${plaintext}`)
  return { plaintext }
}
