import { installRuntime, runtimes } from '@runnel/tasks/runtimes'
import { type Adopter, ciphertext, essentials } from '../adopter.ts'
import { answerOf } from '../answer-of.ts'
import { guideFiles } from '../guide-files.ts'

const first: Pick<Adopter, 'guide' | 'runnel' | 'packages'> = {
  guide: 'first-pipeline',
  runnel: [...essentials, '@runnel/rx-operators'],
  packages: ['rxjs@7.8.2'],
}

const asModule = (runtime: string, title: string): Adopter => ({
  ...first,
  name: `${title}, \`import\``,
  versions: runtimes[runtime].package.replace('@', ' '),
  check(project) {
    project.write(guideFiles('first-pipeline', 'first.mjs'))
    return {
      plaintext: project.run(installRuntime(runtime), [...runtimes[runtime].words, 'first.mjs']),
    }
  },
})

const asCommonJs = (runtime: string, title: string): Adopter => ({
  name: `${title}, \`require\``,
  guide: 'guides/require',
  runnel: essentials,
  packages: [],
  versions: runtimes[runtime].package.replace('@', ' '),
  check(project) {
    // The guide's text is one sentence.
    project.write({
      'main.cjs': guideFiles('guides/require', 'main.cjs')['main.cjs'].replace(
        'Aol tvyupun dhz jvsk.',
        ciphertext,
      ),
    })
    const words = [...runtimes[runtime].words, 'main.cjs']
    return { plaintext: project.run(installRuntime(runtime), words).trim() }
  },
})

/** A server of the guide for Bun and Deno, installed as its table says. */
const asServer = (
  runtime: 'bun' | 'deno',
  title: string,
  add: (name: string) => string,
  options: readonly string[],
  serve: (port: string) => string[],
): Adopter => ({
  name: `${title}, its server`,
  guide: 'guides/bun-and-deno',
  runnel: essentials,
  packages: [],
  versions: runtimes[runtime].package.replace('@', ' '),
  install(project) {
    project.run(installRuntime(runtime), ['add', ...options, ...essentials.map(add)])
  },
  check(project) {
    project.write(guideFiles('guides/bun-and-deno', 'main.ts'))
    return project.serve(installRuntime(runtime), serve, answerOf)
  },
})

/** Runtimes without a bundler. */
export const runtimeAdopters: readonly Adopter[] = [
  asModule('node-20', 'Node 20'),
  asCommonJs('node-20', 'Node 20'),
  asModule('node-22', 'Node 22'),
  asCommonJs('node-22', 'Node 22'),
  asModule('node-24', 'Node 24'),
  asCommonJs('node-24', 'Node 24'),
  asModule('bun', 'Bun'),
  asCommonJs('bun', 'Bun'),
  asServer(
    'bun',
    'Bun',
    (name) => name,
    [],
    () => ['run', 'main.ts'],
  ),
  asModule('deno', 'Deno'),
  asServer(
    'deno',
    'Deno',
    (name) => `npm:${name}`,
    // What is younger than a day is refused otherwise.
    ['--minimum-dependency-age=0'],
    (port) => ['serve', '--port', port, '--host', '127.0.0.1', 'main.ts'],
  ),
]
