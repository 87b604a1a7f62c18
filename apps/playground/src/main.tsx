import { showPage } from './ui/show-page.tsx'
import './ui/styles/index.css'

const root = document.getElementById('root')
if (root) void showPage(root)
