import { spawn } from 'node:child_process'
import { electronBinary } from './electron-shell.ts'

/**
 * The desktop app without Playwright, for which a page that has crashed is gone for good. The window is
 * asked over the browser's own debugging port.
 */
export interface BareWindow {
  /** What `expression` gives in the page that the window shows now; undefined while it shows none. */
  evaluate(expression: string): Promise<unknown>
  /** Ends the process of the page, as a crash does. */
  crash(): Promise<void>
  end(): Promise<void>
}

/** Starts the app; resolves when its debugging port is open. */
export async function openBareWindow(args: readonly string[]): Promise<BareWindow> {
  const child = spawn(electronBinary(), ['--remote-debugging-port=0', ...args])
  const port = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`Electron ended with code ${code}:\n${said}`)))
  })
  const ask = async (method: string, params: object) => {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
    const page = targets.find((target: { type: string }) => target.type === 'page')
    return page && askTarget(page.webSocketDebuggerUrl, method, params)
  }
  return {
    evaluate: async (expression) => (await ask('Runtime.evaluate', { expression }))?.result?.value,
    crash: async () => {
      await ask('Page.crash', {})
    },
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill()
      }),
  }
}

/** One question to one target. A target that crashes meanwhile answers undefined. */
function askTarget(url: string, method: string, params: object) {
  return new Promise<{ result?: { value?: unknown } } | undefined>((resolve) => {
    const socket = new WebSocket(url)
    const give = (answer?: { result?: { value?: unknown } }) => {
      socket.close()
      resolve(answer)
    }
    socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method, params })))
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data))
      if (message.id === 1) give(message.result)
    })
    socket.addEventListener('close', () => give())
    socket.addEventListener('error', () => give())
    setTimeout(give, 2000)
  })
}
