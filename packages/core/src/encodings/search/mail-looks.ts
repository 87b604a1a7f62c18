import { PRIORS } from './constants.ts'
import type { EncodingLook } from './encoding-look.ts'

/** The looks of what mail and addresses hold text in. */
export const mailLooks = (): readonly EncodingLook[] => [
  {
    name: 'encoded-words',
    // Between words anything may stand, and one may be longer than what is known of it.
    stranger: /(?!)/,
    prior: PRIORS.sure,
    mayGoOn: (text) => /^(?:=(?:\?|$)|$)/.test(text),
    fits: ({ text }) => /^=\?[\w.:*-]+\?[bq]\?[^?\s]/i.test(text),
  },
  {
    name: 'data-uri',
    stranger: /(?!)/,
    prior: PRIORS.sure,
    isAround: true,
    mayGoOn: (text) => 'data:'.startsWith(text.toLowerCase()) || /^data:[^,\s]*(?:,|$)/i.test(text),
    fits: () => true,
  },
  {
    name: 'punycode',
    stranger: /[^\w.:/@?#&=%+~-]/,
    prior: PRIORS.sure,
    fits: ({ text, decoded }) => /(?:^|[./@])xn--[a-z\d]/i.test(text) && decoded !== text,
  },
]
