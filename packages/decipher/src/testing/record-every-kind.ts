import { checksumsOfEveryKind } from './every-kind.ts'

/* Where a belief is meant to change: node packages/decipher/src/testing/record-every-kind.ts > packages/decipher/src/testing/every-kind.json */
console.log(JSON.stringify(checksumsOfEveryKind(), undefined, 2))
