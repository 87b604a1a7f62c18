import { type ProblemMembers, RunnelServiceError } from './errors.ts'
import type { ClientOptions } from './options.ts'

/** One request to the service. */
export interface Call {
  method?: string
  path: string
  query?: Readonly<Record<string, string | number | undefined>>
  headers?: Readonly<Record<string, string>>
  body?: BodyInit | undefined
  signal?: AbortSignal | undefined
}

/** Sends a request; answers that are no success throw. */
export type Send = (call: Call) => Promise<Response>

/**
 * Makes the function that sends requests.
 *
 * It rejects with RunnelServiceError for what the service refuses, with what `fetch` throws when it is not reached.
 */
export const createSend = ({ url, apiKey, fetch = globalThis.fetch }: ClientOptions): Send => {
  return async ({ method = 'GET', path, query, headers, body, signal }) => {
    const init = {
      method,
      headers: { ...(apiKey !== undefined && { 'x-api-key': apiKey }), ...headers },
      ...(body !== undefined && { body }),
      // What Node and Deno want for a body that streams; they answer before its end all the same.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
      ...(signal && { signal }),
    }
    const response = await fetch(new Request(addressOf(url, path, query), init))
    if (response.ok) return response
    throw await readProblem(response)
  }
}

/** The address of a route. A path of the service's own address is kept, for services behind a gateway. */
export const addressOf = (service: string | URL, path: string, query: Call['query'] = {}): URL => {
  const url = new URL(service)
  url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

/** The error that a refusing answer stands for. What lies between client and service may answer otherwise than it. */
export const readProblem = async (response: Response): Promise<RunnelServiceError> => {
  const text = await response.text().catch(() => '')
  const { code, detail, expected, oldest } = parsed(text)
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const members: ProblemMembers = {
    ...(typeof expected === 'number' && { expected }),
    ...(typeof oldest === 'string' && { oldest }),
    ...(seconds >= 0 && { retryAfter: seconds * 1000 }),
  }
  return new RunnelServiceError(
    response.status,
    typeof code === 'string' ? code : `http_${response.status}`,
    typeof detail === 'string' ? detail : response.statusText || 'an answer that the service does not give',
    members,
  )
}

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
