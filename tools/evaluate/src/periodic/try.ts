import { createRandom } from '@runnel/core'
import { findCipher, createVigenere, createAutokey } from '@runnel/core/ciphers'
import { openCounts } from '../open-model.ts'
import { openEnglishText } from '../english-text.ts'
import { drawPassage } from '../live/streams.ts'
import { createPeriodicFamily } from '../../../../packages/decipher/src/keys/periodic-family.ts'
import { createColumnPlan } from '../../../../packages/decipher/src/belief/columns/column-plan.ts'
import { Columns } from '../../../../packages/decipher/src/belief/columns/columns.ts'
import { foldedIds } from '../../../../packages/decipher/src/belief/hypothesis/folded-ids.ts'
const [name='vigenere', periods='5,8', layouts='no spaces', n='40'] = process.argv.slice(2)
const counts = await openCounts()
const text = openEnglishText('moby-dick').read()
const cipher:any = findCipher(name)
const L='ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const autokey=name.includes('autokey')
const values=name==='gronsfeld'?'0123456789':name==='porta'?'ACEGIKMOQSUWY':L
const family = createPeriodicFamily({cipher: autokey?createVigenere() as any:cipher, values, follows: name==='autokey'?'plaintext':name==='ciphertext-autokey'?'ciphertext':undefined})
const plan = createColumnPlan({family: {...family,name}, counts, idOf: foldedIds(counts.tokenizer), decrypt: (t:any,k:any)=>cipher.decrypt(t,k)})
let t0=performance.now(); plan.costs(true); console.log('costs', performance.now()-t0);plan.costs(false); console.log('costs', performance.now()-t0)
const at=[10,15,20,25,30,40,50,75,100]
for (const layout of layouts.split(',')) for (const p of periods.split(',').map(Number)) {
  const random=createRandom(3)
  const right=at.map(()=>0), told=at.map(()=>0), fail=at.map(()=>0); let time=0, solves=0, worst=0
  const bins:any={}
  for(let s=0;s<Number(n);s++){
    const plain=drawPassage(text,random,{letters:100,layout:layout as any})
    const key=Array.from({length:p},()=>values[random.integer(values.length)]).join('')
    const c=cipher.encrypt(plain,{key})
    const b=new Columns(plan)
    let letters=0
    for(let i=0;i<c.length&&i<500;i++){
      const t=performance.now(); b.read({unit:c.charCodeAt(i),index:/[a-z]/i.test(c[i])?0:-1,position:i}); const d=performance.now()-t; time+=d; worst=Math.max(worst,d)
      if(/[a-z]/i.test(c[i])){letters++; const k=at.indexOf(letters); if(k>=0){let ok=true; for(let j=0;j<=i&&ok;j++) ok=b.reading({unit:c.charCodeAt(j),index:0,position:j})===plain.charCodeAt(j); if(ok)right[k]++; else {const [t,bb]=b.debug(Uint8Array.from(key,(x:string)=>values.indexOf(x))); if(t<bb)fail[k]++}; if(b.key.cipher!=='unknown')told[k]++; const bin=Math.min(9,Math.floor(b.probability*10)); if(b.key.cipher!=='unknown'&&letters>=30){bins[bin]??=[0,0];bins[bin][0]++;if(ok)bins[bin][1]++}}}
    }
  }
  console.log(name,layout,p,'right',right.map(x=>Math.round(100*x/Number(n))).join(' '),'told',told.map(x=>Math.round(100*x/Number(n))).join(' '),'fail',fail.map(x=>Math.round(100*x/Number(n))).join(' '),'ms/stream',(time/Number(n)).toFixed(0),'worst',worst.toFixed(0), JSON.stringify(bins))
}
