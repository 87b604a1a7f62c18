import { expect, test } from 'vitest'
import { runBulk } from './bulk.ts'
import { bulkMarkdown } from './report.ts'

test('a bucket of messages comes out once each, though workerd is killed on the way', async () => {
  const options = { messages: 40, kills: process.platform === 'linux' ? 1 : 0, seed: 1, patience: 1 }
  let advanced = 0
  const findings = await runBulk(options, new AbortController().signal, {
    progressed: (done) => {
      advanced = done
    },
  })
  const { progress, killedAt, said } = findings
  const { text, passed } = bulkMarkdown(findings, options)
  expect(passed, `${text}${said.join('\n')}`).toBe(true)
  expect(findings).toMatchObject({ lost: 0, doubled: 0, different: 0, refused: 0 })
  expect(progress.tally).toMatchObject({ messages: 40, deciphered: 40, failed: {} })
  expect(advanced).toBe(40)
  for (const done of killedAt) expect(done).toBeLessThan(progress.parts.all)
})
