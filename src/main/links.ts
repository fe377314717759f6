/** The page's own address: a scheme of the program, and one host in it. */
export const appScheme = 'app'
const appHost = 'longhand'
export const pageUrl = `${appScheme}://${appHost}/`

/** What may be handed to the system: it opens in a browser or a mail program, never in the app. */
const outsideSchemes = new Set(['http:', 'https:', 'mailto:'])

/** Whether an address is of our own scheme and host, exactly; `origin` says `null` for own schemes in Node. */
export function isOwnAddress(address: string): boolean {
  const url = parse(address)
  return (
    url !== undefined &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  )
}

/** Whether an address is a file that our own page made in memory, for the writer to keep. */
export function isOwnFile(address: string): boolean {
  return address.startsWith(`blob:${appScheme}://${appHost}/`)
}

/** Whether an address may be opened outside: web and mail, parsed, without a password in it. */
export function isOutsideAddress(address: string): boolean {
  const url = parse(address)
  return url !== undefined && outsideSchemes.has(url.protocol) && url.username === '' && url.password === ''
}

/** What may be in a frame: previews of a post and of the site, and the board that diagrams are drawn on. */
const framedPages = /^\/(?:preview\/|site\/|look\/[a-z0-9-]+\/|drawing\.html$)/

/**
 * What happens when something wants to go to `address`. The window itself never goes anywhere; a frame in it
 * may show what is meant for one; a link in a frame opens outside when it leads to the web.
 */
export function decideNavigation(address: string, isMainFrame: boolean): 'allow' | 'outside' | 'refuse' {
  if (isMainFrame) return 'refuse'
  if (isOwnAddress(address)) {
    return framedPages.test(new URL(address).pathname) ? 'allow' : 'refuse'
  }
  return isOutsideAddress(address) ? 'outside' : 'refuse'
}

/** Whether the page may load something over the network: images of the preview, which live elsewhere. */
export function isAllowedRequest(address: string, resourceType: string): boolean {
  const url = parse(address)
  if (url === undefined) return false
  if ([`${appScheme}:`, 'blob:', 'data:', 'devtools:'].includes(url.protocol)) return true
  return url.protocol === 'https:' && (resourceType === 'image' || resourceType === 'media')
}

/**
 * Opens an address outside when it may be; the dangerous act comes in, so that the decision can be tested.
 * Says whether it was let out.
 */
export async function openOutside(
  address: string,
  openExternal: (url: string) => Promise<void>,
): Promise<boolean> {
  if (!isOutsideAddress(address)) return false
  // The parsed form goes out, so that what was judged is what is opened.
  await openExternal(new URL(address).href)
  return true
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
