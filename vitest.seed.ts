import type { Plugin } from 'vitest/config'

/** The seed of every property, so that one commit is judged alike each time; `npm run fuzz` gives fresh ones. */
const seed = Number(process.env.RUNNEL_SEED ?? 1)

/** Seeds fast-check in each module that imports the whole of it. */
export const seededProperties = (): Plugin => ({
  name: 'seeded-properties',
  enforce: 'pre',
  transform: (code, id) =>
    !id.includes('/node_modules/') && /^import (?:\* as )?fc from 'fast-check'$/m.test(code)
      ? { code: `${code}\nfc.configureGlobal({ seed: ${seed} })\n`, map: null }
      : undefined,
})
