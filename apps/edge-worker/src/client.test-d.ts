import type {
  CipherEntry,
  DecipherOptions,
  EncipherOptions,
  ModelEntry,
  SessionPosition,
  SessionState,
  TokenEntry,
} from '@runnel/client'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { expectTypeOf } from 'vitest'
import type { App } from './app.ts'

/*
 * @runnel/client has types of its own, since a package may not know an app. Here, where both are known, they are held
 * against what Hono's client makes of the routes.
 */
type Service = ReturnType<typeof hc<App>>['v1']
type Query<Route> = Route extends { query: infer Names } ? keyof Names : never

expectTypeOf<keyof DecipherOptions>().toEqualTypeOf<Query<InferRequestType<Service['decipher']['$post']>>>()
expectTypeOf<keyof DecipherOptions>().toEqualTypeOf<Query<InferRequestType<Service['sessions']['$post']>>>()
expectTypeOf<keyof EncipherOptions>().toEqualTypeOf<Query<InferRequestType<Service['encipher']['$post']>>>()
expectTypeOf<InferResponseType<Service['models']['$get']>>().toExtend<{ models: ModelEntry[] }>()
expectTypeOf<InferResponseType<Service['ciphers']['$get']>>().toExtend<{ ciphers: CipherEntry[] }>()
expectTypeOf<InferResponseType<Service['sessions']['$post'], 201>>().toExtend<SessionPosition>()
expectTypeOf<InferResponseType<Service['sessions'][':id']['$get'], 200>>().toExtend<SessionState>()
expectTypeOf<InferResponseType<Service['sessions'][':id']['tokens']['$get'], 200>>().toExtend<{
  tokens: TokenEntry[]
}>()
expectTypeOf<InferResponseType<Service['sessions'][':id']['tokens']['$post'], 201>>().toExtend<
  TokenEntry & { token: string }
>()
