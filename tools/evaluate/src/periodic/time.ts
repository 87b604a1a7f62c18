import { createRandom } from '@runnel/core'
import { createVigenere } from '@runnel/core/ciphers'
import { openCounts } from '../open-model.ts'
import { openEnglishText } from '../english-text.ts'
import { drawPassage } from '../live/streams.ts'
import { createPeriodicFamily } from '../../../../packages/decipher/src/keys/periodic-family.ts'
import { createColumnPlan } from '../../../../packages/decipher/src/belief/columns/column-plan.ts'
import { Columns } from '../../../../packages/decipher/src/belief/columns/columns.ts'
import { foldedIds } from '../../../../packages/decipher/src/belief/hypothesis/folded-ids.ts'
const counts = await openCounts()
const text = openEnglishText('moby-dick').read()
const cipher:any = createVigenere()
const family = createPeriodicFamily({cipher, values:'ABCDEFGHIJKLMNOPQRSTUVWXYZ'})
const plan = createColumnPlan({family, counts, idOf: foldedIds(counts.tokenizer), decrypt: (t:any,k:any)=>cipher.decrypt(t,k)})
for(const layout of ['no spaces','as written']) {plan.costs(true);plan.costs(false)
const random=createRandom(3); const at:any={};
for(let s=0;s<6;s++){
 const c=cipher.encrypt(drawPassage(text,random,{letters:100,layout:layout as any}),{key:'LEMONADEXYZQ'})
 const b=new Columns(plan)
 for(let i=0;i<c.length;i++){const t=process.cpuUsage();b.read({unit:c.charCodeAt(i),index:0,position:i});const d=process.cpuUsage(t);(at[i+1]??=[]).push((d.user+d.system)/1000)}
}
const med=(x:number[])=>x.sort((a,b)=>a-b)[x.length>>1]
console.log(layout,[8,10,12,15,20,25,30,35,40,50,60,75,100].map(n=>n+':'+med(at[n]).toFixed(1)).join(' '),'between',med(at[33]).toFixed(3),med(at[22]).toFixed(3))}
