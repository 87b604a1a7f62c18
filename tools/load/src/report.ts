import { cpus, loadavg } from 'node:os'
import type { BodyFindings } from './body.ts'
import type { IdleFindings } from './idle.ts'
import type { SessionsFindings } from './sessions.ts'
import { quantile } from './statistics.ts'

/** All that one run found out; what was left out or not reached is missing. */
export interface Findings {
  sessions?: SessionsFindings
  idle?: IdleFindings
  body?: BodyFindings
}

const count = (value: number): string => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'not told here' : `${count(bytes / 1024 / 1024)} MiB`

const sessionRows = ({
  sessions,
  latencies,
  milliseconds,
  work,
  clientWork,
  lost,
  writeTime,
  characters,
  errors,
  wrong,
}: SessionsFindings) => [
  ['sessions at once', count(sessions)],
  ['characters', count(characters)],
  ['chunks stored', count(latencies.length)],
  ['sessions with an error', count([...errors.values()].reduce((sum, number) => sum + number, 0))],
  ['sessions with a lost, doubled or wrong character', count(wrong)],
  ...[0.5, 0.95, 0.99].map((part) => [
    `p${part * 100}, from a chunk to its acknowledgement`,
    `${count(quantile(latencies, part))} ms`,
  ]),
  ['characters a second, all sessions together', count((characters / milliseconds) * 1000)],
  ['CPU of workerd a chunk', `${(work / latencies.length).toFixed(2)} ms`],
  ['CPU of the clients a chunk', `${(clientWork / latencies.length).toFixed(2)} ms`],
  [
    'cores that workerd and the clients had',
    `${(work / milliseconds).toFixed(2)}, ${(clientWork / milliseconds).toFixed(2)}`,
  ],
  ['connections lost, and made again', count(lost)],
  ['a write of 4 KiB that is synced, where workerd stores: median', `${writeTime.toFixed(2)} ms`],
  ...Array.from(errors, ([error, number]) => [`error in ${number}`, error]),
]

const idleRows = ({ asked, held, sockets, failure, before, open, rested, woken, tried }: IdleFindings) => [
  ['sessions held open', `${count(held)} of ${count(asked)}`],
  ['of these with a socket', count(sockets)],
  ...(failure === undefined ? [] : [['no more could be opened', failure]]),
  ['memory of workerd (RSS) before', megabytes(before)],
  ['when the last was open', megabytes(open)],
  ['after a rest, in which they hibernate', megabytes(rested)],
  [
    'a session, after the rest',
    before === undefined || rested === undefined
      ? 'not told here'
      : `${count((rested - before) / 1024 / held)} KiB`,
  ],
  ['woken, and went on right', `${woken} of ${tried}`],
]

const bodyRows = ({ bytes, overHttp, inProcess, ratio, same }: BodyFindings) => [
  ['bytes', count(bytes)],
  ['in this process', `${count(inProcess)} ms`],
  ['over HTTP', `${count(overHttp)} ms`],
  ['ratio (asked: at most 1.5)', ratio.toFixed(2)],
  ['the same text', same ? 'yes' : 'no'],
]

const section = (title: string, rows: readonly (readonly string[])[]): string =>
  [`## ${title}`, '', '| | |', '|---|---:|', ...rows.map((cells) => `| ${cells.join(' | ')} |`), ''].join(
    '\n',
  )

/** The report in Markdown. */
export const markdown = ({ sessions, idle, body }: Findings): string =>
  [
    ...(sessions ? [section('Sessions at once', sessionRows(sessions))] : []),
    ...(idle ? [section('Sessions that wait', idleRows(idle))] : []),
    ...(body ? [section('One long body over HTTP', bodyRows(body))] : []),
    `\`npm run load\`, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, client and service on the same`,
    `machine; its load was ${loadavg()[0].toFixed(1)} at the end.`,
    '',
  ].join('\n')
