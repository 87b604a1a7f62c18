import { type Adopter, essentials, type Outcome } from '../adopter.ts'
import { guideFiles } from '../guide-files.ts'
import type { Project } from '../project.ts'

/** A bundler that makes a program of the first pipeline, which Node then runs away from what is installed. */
const bundler = (
  name: string,
  packages: readonly string[],
  build: (project: Project) => void,
  file = 'out/main.js',
): Adopter => ({
  name,
  guide: 'first-pipeline',
  runnel: [...essentials, '@runnel/rx-operators'],
  packages: [...packages, 'rxjs@7.8.2'],
  check(project): Outcome {
    project.write({ 'main.js': guideFiles('first-pipeline', 'first.mjs')['first.mjs'] })
    build(project)
    return { plaintext: project.run(process.execPath, [file]), gzipped: project.gzipped('out') }
  },
})

/** The configuration that webpack and rspack share: modules in, a module out. */
const configuration = `export default {
  mode: 'production',
  target: ['web', 'es2022'],
  entry: './main.js',
  experiments: { outputModule: true },
  output: { path: import.meta.dirname + '/out', filename: 'main.js', module: true, library: { type: 'module' } },
  performance: { hints: false },
}
`

/** Bundlers of programs. */
export const bundlerAdopters: readonly Adopter[] = [
  bundler('esbuild', ['esbuild@0.28.2'], (project) => {
    const words = ['--bundle', '--minify', '--format=esm', '--platform=browser']
    project.run('esbuild', ['main.js', ...words, '--outfile=out/main.js', '--log-level=warning'])
  }),
  bundler('webpack', ['webpack@5.113.0', 'webpack-cli@7.3.1'], (project) => {
    project.write({ 'webpack.config.mjs': configuration })
    project.run('webpack', ['--config', 'webpack.config.mjs', '--stats', 'errors-warnings'])
  }),
  bundler('rspack', ['@rspack/core@2.3.4', '@rspack/cli@2.2.8'], (project) => {
    project.write({
      'rspack.config.mjs': configuration.replace('  experiments: { outputModule: true },\n', ''),
    })
    project.run('rspack', ['build', '--config', 'rspack.config.mjs'])
  }),
  bundler('Rolldown', ['rolldown@1.3.3'], (project) => {
    project.run('rolldown', ['main.js', '--minify', '--platform', 'browser', '--dir', 'out'])
  }),
]
