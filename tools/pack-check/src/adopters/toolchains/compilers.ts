import { type Adopter, essentials, plaintext } from '../adopter.ts'
import { guideFiles } from '../guide-files.ts'

/** TypeScript of the guides, a file each. */
const sources = (): Record<string, string> => ({
  'first.mts': guideFiles('first-pipeline', 'first.mjs')['first.mjs'],
  ...guideFiles('guides/workers', 'index.ts', 'app.ts'),
  ...guideFiles('guides/bun-and-deno', 'main.ts'),
  'page.ts': guideFiles('guides/vite', 'src/main.ts')['src/main.ts'],
  'hook.ts': guideFiles('guides/react', 'src/use-plaintext.ts')['src/use-plaintext.ts'],
  'plaintext.ts': guideFiles('guides/vue', 'src/plaintext.ts')['src/plaintext.ts'],
})

const compiler = (version: string, moduleResolution: 'nodenext' | 'bundler'): Adopter => ({
  name: `TypeScript ${version.split('.').slice(0, 2).join('.')}, \`${moduleResolution}\``,
  guide: 'guides/vite',
  versions: `typescript ${version}`,
  runnel: [...essentials, '@runnel/hono', '@runnel/rx-operators'],
  packages: [
    `typescript@${version}`,
    'hono@4.13.19',
    'rxjs@7.8.2',
    'react@19.3.1',
    '@types/react@19.3.3',
    '@types/node@24.19.2',
  ],
  check(project) {
    const files = sources()
    const compilerOptions = {
      module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution,
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
    }
    project.write({
      ...files,
      'tsconfig.json': JSON.stringify({ files: Object.keys(files), compilerOptions }),
    })
    // Compiled only: others run it.
    return { plaintext: project.run('tsc', []) === '' ? plaintext : '' }
  },
})

/** Compilers that read our types. */
export const compilerAdopters: readonly Adopter[] = ['5.9.3', '7.0.2'].flatMap((version) => [
  compiler(version, 'nodenext'),
  compiler(version, 'bundler'),
])
