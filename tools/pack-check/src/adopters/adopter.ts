import type { Project } from './project.ts'

/** Somebody's toolchain: it runs the code of a guide from what is packed. */
export interface Adopter {
  /** Name in the table, such as `Vite`. */
  name: string
  /** Document whose code it runs, relative to `docs`, without `.md`. */
  guide: string
  /** Packages of Runnel that its project installs. */
  runnel: readonly string[]
  /** All else that its project installs, each `name@version`; the versions of the first ones are in the table. */
  packages: readonly string[]
  /** Versions that no package tells, such as that of a runtime. */
  versions?: string
  /** Installs in another way than npm's. */
  install?(project: Project): void
  /** Builds and runs it. @throws Error when any of it fails */
  check(project: Project): Outcome | Promise<Outcome>
}

/** The plaintext that came out, and the JavaScript that was built. */
export interface Outcome {
  plaintext: string
  /** Bytes of all JavaScript that was built, after gzip, the model's included. */
  gzipped?: number
}

/** Packages that most projects install. */
export const essentials: readonly string[] = ['@runnel/decipher', '@runnel/models', '@runnel/rnn-model']

/** A text whose key nobody tells, and what it says. */
export const ciphertext = 'Aol tvyupun dhz jvsk, huk aol ivha ohk uva jvtl.'
export const plaintext = 'The morning was cold, and the boat had not come.'
