import path from 'node:path'
import { makeSite } from './make-site.ts'
import { root } from './root.ts'

/* node tools/site/src/main.ts [FOLDER]: makes the website, there or in .cache, and prints the folder of its pages. */
const [folder = path.join(root, 'tools/site/.cache')] = process.argv.slice(2)
console.log(await makeSite(folder))
