import { globSync } from 'node:fs'
import { runFile } from './run-file.ts'

/*
 * node tools/wpt/src/main.ts CHECKOUT: runs encoding/streams/{decode-*,backpressure} and streams/piping of a checkout
 * of the Web Platform Tests (https://github.com/web-platform-tests/wpt) with decipher streams, key known, shift 0, in
 * the place of TextDecoderStream and TransformStream; and says for each test that does not pass why, and whether it
 * passes with the platform's own.
 */
const [checkout] = process.argv.slice(2)
if (!checkout) throw new Error('where are the tests? Give the folder of a checkout of web-platform-tests')
const files = globSync(
  ['encoding/streams/decode-*.any.js', 'encoding/streams/backpressure.any.js', 'streams/piping/*.any.js'],
  { cwd: checkout },
).sort()
if (files.length === 0) throw new Error(`${checkout} has no such tests`)

let [passed, failed] = [0, 0]
for (const file of files) {
  const [ours, platform] = [await runFile(checkout, file, true), await runFile(checkout, file, false)]
  const broken = ours.filter(({ passed }) => !passed)
  passed += ours.length - broken.length
  failed += broken.length
  console.log(`${file}: ${ours.length - broken.length} of ${ours.length}`)
  for (const { name, message } of broken) {
    const there = platform.find((test) => test.name === name)
    console.log(
      `  ${name}\n    ${message}${there?.passed ? '' : ` (the platform's own: ${there?.message ?? 'no such test'})`}`,
    )
  }
}
console.log(`${passed} passed, ${failed} did not`)
