import { render } from 'preact'

const root = document.getElementById('root')
if (root) render(<h1>Runnel</h1>, root)
