import { render } from 'preact'
import { engines } from './engines.ts'
import { EmbeddedApp } from './ui/app.tsx'
import { startPage } from './ui/start.ts'
import './ui/styles/index.css'
import './ui/styles/embedded.css'

const root = document.getElementById('root')
if (root) render(<EmbeddedApp view={startPage(engines)} />, root)
