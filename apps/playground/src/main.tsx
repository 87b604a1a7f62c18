import { render } from 'preact'
import { openBrowserEngine } from './engine/index.ts'
import { App } from './ui/app.tsx'
import { startPage } from './ui/start.ts'
import './ui/styles/index.css'

const root = document.getElementById('root')
if (root) render(<App view={startPage({ browser: openBrowserEngine, edge: openBrowserEngine })} />, root)
