import { expect, test } from 'vitest'
import { KeySearch } from '../belief/beam/key-search.ts'
import type { Belief } from '../belief/belief.ts'
import { createSearchPlan } from '../belief/hypothesis/plan.ts'
import { createReadings } from '../belief/hypothesis/readings.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import { brokenLaws } from './broken-laws.ts'
import { type BeliefSubject, beliefLaws, createRecallingModel, toyVigenere } from './index.ts'

const model = netLanguageModel(createRecallingModel(undefined, { kind: 'language' }))
const family = toyVigenere(4)
const plan = createSearchPlan(model, family, createReadings(family, model.tokenizer, 'recalling'), {
  changeRate: 0.02,
  drop: 1e-6,
})
const create: BeliefSubject['create'] = (saved) => new KeySearch(plan, 'read', saved)

const broken: [string, (belief: Belief) => Partial<Belief>][] = [
  ['a symbol without probability', (belief) => ({ read: (symbol) => 0 * belief.read(symbol) })],
  ['a key that is not saved', () => ({ key: { cipher: String(Math.random()), key: {} } })],
  ['forgetting too much', (belief) => ({ forget: () => belief.forget(Number.MAX_SAFE_INTEGER) })],
]
test.each(broken)('%s breaks a law of beliefs', async (_, change) => {
  const changed: BeliefSubject['create'] = (saved) =>
    new Proxy(create(saved), {
      get: (belief, name) => {
        const value = { ...change(belief) }[name as keyof Belief] ?? belief[name as keyof Belief]
        return typeof value === 'function' ? value.bind(belief) : value
      },
    })
  const { symbols } = family
  expect(await brokenLaws(beliefLaws(5), { symbols, create: changed })).not.toEqual([])
})
