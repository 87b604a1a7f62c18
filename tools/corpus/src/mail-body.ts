/** Takes from a mail what its author wrote: no header, quotation, forwarded mail, signature or list's footer. */
export const mailBody = (message: string): string => {
  const [header, body] = split(message.replace(/\r\n?/g, '\n'))
  const boundary = /boundary="?([^"\n;]+)"?/i.exec(header)?.[1]
  if (boundary) {
    const part = body
      .split(`--${boundary}`)
      .map((text) => split(text.trimStart()))
      .find(([partHeader]) => /content-type:\s*text\/plain/i.test(partHeader))
    return part ? written(decoded(...part)) : ''
  }
  return /content-type:\s*text\/html/i.test(header) ? '' : written(decoded(header, body))
}

const split = (message: string): [header: string, body: string] => {
  const end = message.indexOf('\n\n')
  return end === -1 ? [message, ''] : [message.slice(0, end), message.slice(end + 2)]
}

const decoded = (header: string, body: string): string => {
  if (/content-transfer-encoding:\s*base64/i.test(header)) return ''
  if (!/content-transfer-encoding:\s*quoted-printable/i.test(header)) return body
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Start of all that is no longer the author's: a signature, a footer, another mail. */
const END =
  /^(?:-- ?|[_=*-]{12,}|-{3,}\s?(?:Original|Forwarded|Begin|BEGIN) .*|begin \d{3} .*|-* ?Yahoo! Groups Sponsor.*)$/
const QUOTATION = /^\s*(?:[\w.-]{0,6}[>|]|: )/
/** "On Friday, someone wrote:", "someone said:", or a line of a quoted header. */
const ATTRIBUTION =
  /(?:wrote|writes|said|says|sez|typed):?\s*$|^\s*(?:From|To|Cc|Date|Sent|Subject|Message-ID|URL|Link)\s*:/i

const written = (body: string): string => {
  const lines = body.split('\n')
  const end = lines.findIndex((line) => END.test(line.trimEnd()))
  return (end === -1 ? lines : lines.slice(0, end))
    .map((line) => (QUOTATION.test(line) || ATTRIBUTION.test(line) ? '' : line))
    .map((line) => line.replace(/<?\b(?:https?|ftp|mailto):[^\s>]*>?/g, '').replace(/\S+@\S+\.\S+/g, ''))
    .map((line) => (/^\s*(?:[-*o]|\[?\(?\d+[.)\]])\s/.test(line) ? `\n${line}` : line))
    .join('\n')
    .trim()
}
