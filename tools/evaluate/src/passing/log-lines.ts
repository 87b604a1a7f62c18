import type { Random } from '@runnel/core'

/** Lines of logs, one after the other in time: of a web server, of a system, of a program. */
export const logLines = (random: Random, size: number): string => {
  const one = <Item>(items: readonly Item[]): Item => items[random.integer(items.length)]
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.integer(16).toString(16)).join('')
  const address = (): string => Array.from({ length: 4 }, () => 1 + random.integer(254)).join('.')
  let time = Date.UTC(2026, 10, 28)
  let text = ''
  while (text.length < size) {
    time += random.integer(5000)
    const stamp = new Date(time).toISOString()
    const line = {
      web: () =>
        `${address()} - - [${stamp}] "${one(['GET', 'GET', 'POST', 'HEAD'])} /${one(paths)}/${hex(6)} HTTP/1.1" ` +
        `${one([200, 200, 304, 404, 500])} ${random.integer(90_000)} "-" "${one(agents)}"`,
      system: () =>
        `Nov 28 ${stamp.slice(11, 19)} ${one(hosts)} ${one(daemons)}[${random.integer(32_768)}]: ${one(happenings)} ` +
        `${address()} port ${1024 + random.integer(60_000)}`,
      program: () =>
        `${stamp} ${one(levels)} [${one(modules)}] ${one(messages)} id=${hex(8)} took=${random.integer(900)}ms ` +
        `user=${one(users)}`,
    }[one(['web', 'system', 'program'] as const)]
    text += `${line()}\n`
  }
  return text.slice(0, size)
}

const paths = ['api/v1/users', 'static/js', 'img', 'login', 'search', 'feed.xml', 'wp-admin', 'assets/css']
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'curl/8.5.0',
  'kube-probe/1.31',
]
const hosts = ['web01', 'db-3', 'ip-10-0-4-17', 'raspberrypi']
const daemons = ['sshd', 'CRON', 'systemd', 'kernel', 'postfix/smtpd', 'dhclient']
const happenings = [
  'Connection closed by',
  'Failed password for invalid user admin from',
  'Accepted publickey for deploy from',
  'Received disconnect from',
  'DHCPREQUEST on eth0 to',
]
const levels = ['INFO', 'INFO', 'DEBUG', 'WARN', 'ERROR']
const modules = ['HttpServer', 'o.a.k.clients.NetworkClient', 'pool-3-thread-7', 'main', 'scheduler']
const messages = [
  'request completed',
  'cache miss, fetching from origin',
  'NullPointerException at OrderService.java:118',
  'retrying after timeout',
  'config reloaded',
]
const users = ['svc_backup', 'jdoe', 'root', 'anonymous', 'x9f2']
