import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'
import type { ServiceEnv } from './service.ts'

/** Chooses the media type of an answer by `Accept`, the first of `types` when it is all the same. */
export const accepting = <const Type extends string>(...types: readonly [Type, ...Type[]]) =>
  acceptingBy(() => types)

/** The same, of types that may come in another order for another request. */
export const acceptingBy = <const Type extends string>(
  typesOf: (request: Request) => readonly [Type, ...Type[]],
) =>
  createMiddleware<ServiceEnv & { Variables: { mediaType: Type } }>(async (context, next) => {
    const types = typesOf(context.req.raw)
    const header = context.req.header('accept') ?? ''
    const anything = header === '' || /\*\/\*(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header)
    const type = accepts(context, {
      header: 'Accept',
      supports: [...types],
      default: anything ? types[0] : '',
    })
    if (type === '')
      return problem(context, 'not_acceptable', `this route answers with ${types.join(', ')}`, { types })
    context.set('mediaType', type as Type)
    await next()
  })
