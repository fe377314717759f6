/**
 * The only bridge between the page and the desktop shell: `window.longhand`, named functions and nothing
 * else. It runs in the sandbox, holds no secret and decides nothing: what a page may do is judged again by
 * the main process.
 */
import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { portMessage, ShellBridge, ShellNotices, ShellRequests, ShellSignals } from '../api/contract'

/** The page's window, of which the preload uses this alone. */
declare const window: {
  readonly location: { readonly origin: string }
  postMessage(message: unknown, targetOrigin: string, transfer: readonly object[]): void
}

const portData: typeof portMessage = 'longhand:port'

/** Asks the main process and waits for its answer. */
async function ask<Channel extends keyof ShellRequests>(
  channel: Channel,
  ...args: Parameters<ShellRequests[Channel]>
): Promise<ReturnType<ShellRequests[Channel]>> {
  return ipcRenderer.invoke(channel, ...args)
}

function tell<Channel extends keyof ShellSignals>(channel: Channel, ...args: ShellSignals[Channel]): void {
  ipcRenderer.send(channel, ...args)
}

/** Calls `listener` for each notice; returns what stops it. */
function hear<Channel extends keyof ShellNotices>(
  channel: Channel,
  listener: (...args: ShellNotices[Channel]) => void,
): () => void {
  const receive = (_event: unknown, ...args: unknown[]) => listener(...(args as ShellNotices[Channel]))
  ipcRenderer.on(channel, receive)
  return () => ipcRenderer.off(channel, receive)
}

const flushers = new Set<() => Promise<void>>()

hear('flush', async (request) => {
  const results = await Promise.allSettled([...flushers].map((flush) => flush()))
  const failed = results.find((result) => result.status === 'rejected')
  const reason: unknown = failed?.reason
  tell('flushed', request, failed ? String(reason instanceof Error ? reason.message : reason) : null)
})

ipcRenderer.on('port', (event) => {
  const [port] = event.ports
  if (port) window.postMessage(portData, window.location.origin, [port])
})

const bridge: ShellBridge = {
  shell: 'electron',
  requestPort: () => tell('request-port'),
  startAnew: () => tell('start-anew'),
  openWindow: (post) => tell('open-window', post),
  chooseFolder: (purpose) => ask('choose-folder', purpose),
  showFolder: (path) => ask('show-folder', path),
  openExternal: (url) => ask('open-external', url),
  showMenu: (menu, language) => tell('show-menu', menu, language),
  // Elsewhere Electron's own would fetch its words from a server.
  spelling:
    process.platform === 'darwin'
      ? {
          isMisspelled: (word) => webFrame.isWordMisspelled(word),
          suggest: (word) => webFrame.getWordSuggestions(word),
        }
      : undefined,
  onCommand: (listener) => hear('command', (command) => listener(command)),
  onFlush: (listener) => {
    flushers.add(listener)
    return () => flushers.delete(listener)
  },
}

contextBridge.exposeInMainWorld('longhand', bridge)
