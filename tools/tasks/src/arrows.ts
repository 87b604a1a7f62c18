import { spawnSync } from 'node:child_process'

/**
 * Issues in what `turbo boundaries` printed, but for one kind: AssemblyScript, whose decorated functions no
 * TypeScript parser reads. Those files import only one another; asc refuses anything else.
 */
export const issuesIn = (output: string): string[] =>
  Array.from(output.matchAll(/^ +x ([\s\S]*?)(?=^ +x |^Checked )/gm), ([, issue]) => issue.trim()).filter(
    (issue) => !/^failed to parse file \S*\/assembly\/[\w-]+\.ts:\s/.test(issue),
  )

if (import.meta.main) {
  const { stdout, stderr, status } = spawnSync('turbo', ['boundaries'], { encoding: 'utf8' })
  const output = `${stdout}\n${stderr}`
  const issues = issuesIn(output)
  const finished = /^Checked \d+ files in \d+ packages/m.test(output)
  console.log(issues.join('\n') || (finished ? 'no arrow runs the wrong way' : output))
  process.exit(issues.length === 0 && (finished || status === 0) ? 0 : 1)
}
