import { loadDefaultEngine } from '@runnel/rnn-model'
import { describe, test } from 'vitest'
import { keyFamilyOf } from '../keys/index.ts'
import type { KeyFamily } from '../keys/key-family.ts'
import type { LanguageModel } from '../language/language-model.ts'
import { netLanguageModel } from '../language/net-language-model.ts'
import {
  type BeliefSubject,
  beliefLaws,
  createRecallingModel,
  createSampleCounts,
  toySubstitution,
  toyVigenere,
} from '../testing/index.ts'
import { KeySearch } from './beam/key-search.ts'
import { GroupedText } from './grouped-text.ts'
import { createSearchPlan } from './hypothesis/plan.ts'
import { createReadings } from './hypothesis/readings.ts'
import { Mixture } from './mixture.ts'
import { languageOf } from './open-world/language.ts'
import { OpenWorld } from './open-world/open-world.ts'
import { RecognisedKey } from './recognised-key.ts'

const engine = await loadDefaultEngine()
const model = netLanguageModel(createRecallingModel(engine, { kind: 'language' }))
const planOf = (family: KeyFamily, language: LanguageModel = model) =>
  createSearchPlan(language, family, createReadings(family, model.tokenizer, 'recalling'), {
    changeRate: 0.02,
    drop: 1e-6,
  })

const [caesar, vigenere] = [planOf(keyFamilyOf('caesar')), planOf(toyVigenere())]
const open = planOf(toySubstitution())
const counted = planOf(keyFamilyOf('caesar'), (await createSampleCounts()).beside(model))
const recogniser = createRecallingModel(engine, { kind: 'recognise-key', cipher: 'caesar', keys: 26 })
const plans = { caesar, vigenere }
const language = languageOf(caesar)

const subjects: Record<string, BeliefSubject> = {
  'a search among listed keys': {
    symbols: caesar.family.symbols,
    create: (saved) => new KeySearch(caesar, 'read', saved),
  },
  'a search with counts': {
    symbols: counted.family.symbols,
    create: (saved) => new GroupedText(counted, saved),
  },
  'a search with a phase': {
    symbols: vigenere.family.symbols,
    create: (saved) => new KeySearch(vigenere, 'read', saved),
  },
  'a search that fills an open key': {
    symbols: open.family.symbols,
    create: (saved) => new KeySearch(open, 'passed over', saved),
  },
  'text that may be in groups': {
    symbols: caesar.family.symbols,
    create: (saved) => new GroupedText(caesar, saved),
  },
  'the open world': {
    symbols: caesar.family.symbols,
    create: (saved) => new OpenWorld(language, (from) => new GroupedText(caesar, from), saved),
  },
  'a mixture of two families': {
    symbols: caesar.family.symbols,
    create: (saved) =>
      saved
        ? Mixture.restore(
            saved,
            (name, from) => new KeySearch(plans[name as 'caesar' | 'vigenere'], 'read', from),
          )
        : new Mixture([
            { name: 'caesar', belief: new KeySearch(caesar), odds: 1 },
            { name: 'vigenere', belief: new KeySearch(vigenere), odds: 0.1 },
          ]),
  },
  'a recogniser': {
    symbols: caesar.family.symbols,
    create: (saved) => {
      const readings = createReadings(caesar.family, recogniser.tokenizer, 'recalling')
      return new RecognisedKey(recogniser, caesar.family, readings, saved)
    },
  },
}

describe.each(Object.entries(subjects))('%s', (_, subject) => {
  test.each(beliefLaws(7))('$name', ({ check }) => check(subject))
})
