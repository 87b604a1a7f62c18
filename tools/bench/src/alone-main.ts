import { measureNet } from './measure.ts'

/* Measures one contender in a process of its own, and prints its rates as JSON: see alone.ts. */
const [contender, cell, units, milliseconds, rounds] = process.argv.slice(2)
const turns = { milliseconds: Number(milliseconds), rounds: Number(rounds) }
const { rates } = await measureNet(cell, Number(units), turns, contender)
console.log(JSON.stringify(Object.fromEntries(rates.get(contender) ?? [])))
process.exit(0)
