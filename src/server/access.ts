import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a request says about where it comes from. */
export interface Claims {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
  readonly token: string | null
}

/** Who is let in, for one run of the server. */
export interface Access {
  /** The secret in the address that is printed: 256 random bits. */
  readonly token: string
  /** The cookie that stands for the token from then on. */
  readonly setCookie: string
  /** Why the request comes to the wrong place; undefined when it names us. */
  refuseHost(claims: Claims): string | undefined
  /** Why the request isn't ours; undefined when it brings the cookie or the token. */
  refuseStranger(claims: Claims): string | undefined
  /** Why a connection may not be opened; undefined when our own page asks. */
  refuseOrigin(claims: Claims): string | undefined
  hasToken(token: string): boolean
}

/**
 * The name is checked so that a foreign name that resolves to 127.0.0.1 gets nothing. The cookie carries
 * another secret than the address, and the port in its name, since cookies know no ports.
 */
export function createAccess(port: number): Access {
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  const cookieName = `longhand-${port}`
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const hasCookie = (header: string | undefined) =>
    (header ?? '').split(';').some((pair) => {
      const [name, value] = pair.trim().split('=')
      return name === cookieName && isEqual(value ?? '', session)
    })
  return {
    token,
    setCookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    hasToken: (given) => isEqual(given, token),
    refuseHost: ({ host }) =>
      host !== undefined && hosts.includes(host) ? undefined : 'Longhand answers only to its own address.',
    refuseStranger: (claims) => {
      if (hasCookie(claims.cookie)) return undefined
      if (claims.token === null)
        return 'Longhand needs the address with the token that it printed when it started.'
      return isEqual(claims.token, token)
        ? undefined
        : 'This token is not the one of the Longhand that runs now. Use the address that it printed when it started.'
    },
    refuseOrigin: ({ host, origin }) =>
      origin === `http://${host}` ? undefined : 'Longhand takes no connection from another site.',
  }
}

/** Whether two secrets are the same, in a time that doesn't tell where they differ. */
function isEqual(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}
