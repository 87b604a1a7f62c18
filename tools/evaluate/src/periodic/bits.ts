import { openCounts } from '../open-model.ts'
import { openEnglishText } from '../english-text.ts'
import { createCosts } from '../../../../packages/decipher/src/belief/columns/costs.ts'
const counts = await openCounts()
console.log(counts.depth, counts.tokenizer.alphabet, counts.tokenizer.options)
const whole = openEnglishText('moby-dick').read()
const text = whole.slice(300000,360000).toLowerCase()
const ns = text.replace(/[^a-z]/g,'')
const id=(c:string)=>counts.tokenizer.idOf(c.charCodeAt(0))
const un=createCosts(counts,false), sp=createCosts(counts,true)
const bits=(c:any,t:string)=>{const ids=[...t].map(id);let s=0;for(let i=8;i<ids.length;i++)s+=c.of(ids[i],ids.slice(0,i).slice(-8),Math.min(i,8));return s/12/(t.match(/[a-z]/g)!.length)}
console.log('spaced deep, bits a letter', bits(sp,text.replace(/[^a-z]+/g,' ')))
console.log('unspaced', bits(un,ns), 'spaced on unspaced', bits(sp,ns))
// direct 4/5-gram of the rest of the book with interpolation
const rest=(whole.slice(0,300000)+whole.slice(360000)).toLowerCase().replace(/[^a-z]/g,'')
for(const n of [3,4,5]){const m:Map<string,number>[]=Array.from({length:n+1},()=>new Map());for(let i=0;i<rest.length;i++)for(let k=1;k<=n;k++){if(i+k<=rest.length){const g=rest.slice(i,i+k);m[k].set(g,(m[k].get(g)??0)+1)}}
const P=(ctx:string,d:string):number=>{let p=1/26;for(let k=0;k<=ctx.length;k++){const c=ctx.slice(ctx.length-k);const t=k===0?rest.length:(m[k].get(c)??0);const f=m[k+1].get(c+d)??0;p=(f+5*p)/(t+5)}return p}
let s=0;for(let i=8;i<ns.length;i++)s-=Math.max(-10,Math.log2(P(ns.slice(i-n+1,i),ns[i])));console.log('in-domain',n,s/(ns.length-8))}
const SP=id(' ')
for(const keep of [1,2,3,4,8]){
 let st:{ctx:number[],w:number}[]=[{ctx:[SP],w:1}];let bitsum=0
 for(let i=0;i<20000;i++){const d=id(ns[i]);const m=new Map<string,{ctx:number[],w:number}>();let tot=0
  const add=(ctx:number[],w:number)=>{const c=ctx.slice(-5);const k=c.join();const e=m.get(k);if(e)e.w+=w;else m.set(k,{ctx:c,w});tot+=w}
  for(const {ctx,w} of st){const c=counts.contextOf(ctx,ctx.length);add([...ctx,d],w*counts.probabilityOf(d,c));if(ctx[ctx.length-1]!==SP){const ps=counts.probabilityOf(SP,c);const x=[...ctx,SP];add([...x,d],w*ps*counts.probabilityOf(d,counts.contextOf(x,x.length)))}}
  bitsum+=Math.min(10,-Math.log2(tot)); st=[...m.values()].sort((a,b)=>b.w-a.w).slice(0,keep);const s=st.reduce((a,b)=>a+b.w,0);st.forEach(x=>x.w/=s)}
 console.log('forward',keep,bitsum/20000)}
