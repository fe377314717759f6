import { portMessage, type ShellBridge } from '../../api/contract'

/** What the desktop shell offers this page beside the calls; undefined in the browser shell. */
export function findBridge(): ShellBridge | undefined {
  return (window as Window & { longhand?: ShellBridge }).longhand
}

/** Asks the desktop shell for a port to the library. */
export function requestPort(bridge: ShellBridge): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const [port] = event.ports
      if (event.source !== window || event.data !== portMessage || port === undefined) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
    bridge.requestPort()
  })
}

/** Opens an address in the system's browser. Anything but http, https and mailto is left alone. */
export function openOutside(url: string, bridge: ShellBridge | undefined): void {
  if (!/^(https?|mailto):/i.test(url)) return
  if (bridge) void bridge.openExternal(url)
  else window.open(url, '_blank', 'noopener,noreferrer')
}

/** Opens another window of the app, with a post on its desk if one is named. */
export function openWindow(bridge: ShellBridge | undefined, post?: string): void {
  if (bridge) bridge.openWindow(post ?? null)
  else {
    const query = new URLSearchParams({ window: crypto.randomUUID().slice(0, 8), ...(post ? { post } : {}) })
    window.open(`/?${query}`, '_blank')
  }
}
