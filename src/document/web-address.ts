/**
 * The host of a web address (`https://example.org:8080/a` has `example.org:8080`); undefined for whatever is none. Works
 * without `URL.canParse`, which the oldest Electron that the app runs in has not.
 */
export function hostOf(address: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(address)) return undefined
  try {
    return new URL(address).host
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
