import { runFile } from './run-file.ts'
import { filesOf, findSuite } from './suite.ts'

/*
 * node tools/wpt/src/main.ts [CHECKOUT]: runs encoding/streams/{decode-*,backpressure} and streams/piping of the Web
 * Platform Tests with decipher streams, key known, shift 0, in the place of TextDecoderStream and TransformStream; and
 * says for each test that does not pass why, and whether it passes with the platform's own. The tests are those of
 * Node's source as Debian packs it, or of a checkout of https://github.com/web-platform-tests/wpt.
 */
const [checkout] = process.argv.slice(2)
const suite = checkout ? { folder: checkout } : findSuite()
if ('reason' in suite) throw new Error(suite.reason)
const files = filesOf(suite.folder)
if (files.length === 0) throw new Error(`${suite.folder} has no such tests`)

let [passed, failed] = [0, 0]
for (const file of files) {
  const [ours, platform] = [await runFile(suite.folder, file, true), await runFile(suite.folder, file, false)]
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
