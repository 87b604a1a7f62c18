import path from 'node:path'
import { servePages } from './checking/serve-pages.ts'
import { makeSite } from './make-site.ts'
import { root } from './root.ts'

/* npm run site [-- FOLDER]: makes the website there, and prints the folder of its pages; without one, serves it until ^C. */
const [folder] = process.argv.slice(2)
const pages = await makeSite(folder ?? path.join(root, 'tools/site/.cache'))
console.log(pages)
if (folder === undefined) console.log(`${(await servePages(pages)).url}/ until ^C`)
