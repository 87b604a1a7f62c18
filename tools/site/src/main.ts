import path from 'node:path'
import { root } from './gather.ts'
import { makeSite } from './make-site.ts'

/* node tools/site/src/main.ts: makes the website, and prints the folder of its pages. */
console.log(await makeSite(path.join(root, 'tools/site/.cache')))
