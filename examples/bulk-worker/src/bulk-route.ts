import { InvalidOptionError } from '@runnel/core'
import { decipherQuery } from '@runnel/edge-worker/decipher-query'
import { problem } from '@runnel/edge-worker/problem'
import { validatedQuery } from '@runnel/edge-worker/validated-query'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { BulkEnv } from './env.ts'

const RESULTS = 'results/'

/** Schema of the parameters: those of `/v1/decipher`, and the beginning of the keys of the input. */
const bulkQuery = () =>
  v.strictObject({
    ...decipherQuery().entries,
    input: v.pipe(
      v.string('the beginning of the keys of the input'),
      v.check(
        (input) => !input.startsWith(RESULTS) && !RESULTS.startsWith(input),
        `the beginning of the keys of the input, which are not under ${RESULTS}`,
      ),
    ),
  })

type BulkContext = Context<{ Bindings: BulkEnv }>

/** The routes of jobs: begins one, tells how far it is, sends again what failed, forgets it. */
export const bulkRoute = () =>
  new Hono<{ Bindings: BulkEnv }>()
    .put('/:name', validatedQuery(bulkQuery()), async (context) => {
      const name = context.req.param('name')
      if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
        throw new InvalidOptionError('name', name, 'up to 64 small letters, digits and hyphens')
      }
      const { input = '', ...given } = context.req.query()
      // In whatever order they come they are the same.
      const options = Object.fromEntries(Object.entries(given).sort())
      const progress = await jobOf(context).begin({ name, input, options })
      if (progress) return context.json(progress)
      throw new InvalidOptionError('name', name, 'a name that no job of other input or options has')
    })
    .get('/:name', async (context) => answer(context, await jobOf(context).progress()))
    .post('/:name/retry', async (context) => answer(context, await jobOf(context).retry()))
    .delete('/:name', async (context) => {
      await jobOf(context).forget()
      return context.body(null, 204)
    })

const jobOf = (context: BulkContext) => context.env.JOBS.getByName(context.req.param('name') ?? '')

const answer = (context: BulkContext, progress: object | undefined): Response =>
  progress ? context.json(progress) : problem(context, 'not_found', 'no job of that name has begun')
