import fc from 'fast-check'
import { inject } from 'vitest'

/* Properties have one seed, so that a commit is judged alike each time. */
fc.configureGlobal({ seed: inject('seed') })
