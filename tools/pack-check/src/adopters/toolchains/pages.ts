import { type Adopter, essentials, type Outcome } from '../adopter.ts'
import { readInChromium } from '../chromium-page.ts'
import { guideFiles } from '../guide-files.ts'
import type { Project } from '../project.ts'

/** The page around what a guide tells: where it is put, and what starts it. */
interface Frame {
  body: string
  files: Readonly<Record<string, string>>
  /** A plugin's package, imported as a whole, and its call. */
  plugin?: { from: string; name: string; call: string }
}

/** A page that Vite builds of the files of a guide, and Chromium shows. */
const page = (name: string, guide: string, packages: readonly string[], frame: Frame): Adopter => ({
  name,
  guide,
  runnel: essentials,
  packages: [...packages, 'vite@8.3.8'],
  check: (project) => {
    const { plugin } = frame
    project.write({
      'index.html': `<!doctype html><title>Page</title>${frame.body}<script type="module" src="/src/main.ts"></script>`,
      ...frame.files,
      ...guideFiles(guide),
      ...(plugin && {
        'vite.config.ts': `import ${plugin.name} from '${plugin.from}'\nexport default { plugins: [${plugin.call}] }\n`,
      }),
    })
    return builtAndShown(project)
  },
})

const builtAndShown = (project: Project): Promise<Outcome> => {
  project.run('vite', ['build', '--logLevel', 'warn'])
  return project.serve(
    'vite',
    (port) => ['preview', '--host', '127.0.0.1', '--port', port, '--strictPort'],
    async (url) => ({ plaintext: await readInChromium(url), gzipped: project.gzipped('dist') }),
  )
}

/** Pages, drawn by hand and by components. */
export const pageAdopters: readonly Adopter[] = [
  page('Vite', 'guides/vite', [], { body: '<textarea></textarea><pre></pre>', files: {} }),
  page('React', 'guides/react', ['react@19.3.1', 'react-dom@19.3.1', '@vitejs/plugin-react@6.3.0'], {
    body: '<div id="app"></div>',
    files: {
      'src/main.ts': `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
createRoot(document.querySelector('#app')!).render(createElement(App))
`,
    },
    plugin: { from: '@vitejs/plugin-react', name: 'react', call: 'react()' },
  }),
  page('Svelte', 'guides/svelte', ['svelte@5.57.3', '@sveltejs/vite-plugin-svelte@7.3.1'], {
    body: '<div id="app"></div>',
    files: {
      'src/main.ts': `import { mount } from 'svelte'
import App from './App.svelte'
mount(App, { target: document.querySelector('#app')! })
`,
    },
    plugin: { from: '@sveltejs/vite-plugin-svelte', name: '{ svelte }', call: 'svelte()' },
  }),
  page('Vue', 'guides/vue', ['vue@3.5.45', '@vitejs/plugin-vue@6.0.11'], {
    body: '<div id="app"></div>',
    files: {
      'src/main.ts': `import { createApp } from 'vue'
import App from './App.vue'
createApp(App).mount('#app')
`,
    },
    plugin: { from: '@vitejs/plugin-vue', name: 'vue', call: 'vue()' },
  }),
]
