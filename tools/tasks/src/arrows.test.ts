import { expect, test } from 'vitest'
import { issuesIn } from './arrows.ts'

const kernels = `  x failed to parse file /somewhere/packages/rnn-model/assembly/cells.ts:
  | parser panicked

`
const wrong = `  x cannot import package \`rxjs\` because it is not a dependency
   ,-[packages/core/src/index.ts:1:1]
`
const end = 'Checked 245 files in 14 packages, 2 issues found\n'

test('AssemblyScript that turbo cannot parse is no issue', () => {
  expect(issuesIn(`${kernels}${kernels}${end}`)).toEqual([])
})

test('everything else is', () => {
  expect(issuesIn(`${kernels}${wrong}${end}`)).toEqual([wrong.trim().replace(/^x /, '')])
  expect(issuesIn(`${wrong}${kernels}${end}`)).toHaveLength(1)
  expect(issuesIn(kernels.replace('/assembly/', '/src/') + end)).toHaveLength(1)
})
