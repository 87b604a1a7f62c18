import { render } from 'preact'
import { engines } from './engines.ts'
import { App } from './ui/app.tsx'
import { startPage } from './ui/start.ts'
import './ui/styles/index.css'

const root = document.getElementById('root')
if (root) render(<App view={startPage(engines)} />, root)
