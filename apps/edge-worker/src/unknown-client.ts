/** The client of a request that has neither key nor address: without Cloudflare in front nobody knows who asks. */
export const NOBODY = 'address '
