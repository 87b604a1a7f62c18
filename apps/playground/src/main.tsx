import { render } from 'preact'
import { engines } from './engines.ts'
import { registerOffline } from './offline/register-offline.ts'
import { App } from './ui/app.tsx'
import { startPage } from './ui/start.ts'
import './ui/styles/index.css'

const root = document.getElementById('root')
const view = startPage(engines)
if (root) render(<App view={view} />, root)
registerOffline((take) =>
  view.page.notices.show({
    id: 'version',
    kind: 'plain',
    words: 'A new version is ready.',
    action: { words: 'Reload', run: take },
  }),
)
