/** A net that reads many languages: twice as large as others, it is loaded by itself. */
export interface ListedNet {
  /** Bytes of its file. */
  readonly bytes: number
  /** SHA-256 of its file, in hexadecimal digits. */
  readonly sha256: string
  /** Codes of the languages that it reads. */
  readonly languages: readonly string[]
}

/** Every net that reads many languages, by its name; `languageNets` of `@runnel/models/languages` has their weights. */
export const netList: Readonly<Record<string, ListedNet>> = {
  european: {
    bytes: 509_228,
    sha256: '2faa736094fe5fd514087e19f34a59d9db836bed56e567804484c773f51b97be',
    languages: ['de', 'fr', 'es', 'it', 'pt', 'pl', 'cs', 'sv', 'no', 'hu', 'ro', 'sl', 'en'],
  },
}
