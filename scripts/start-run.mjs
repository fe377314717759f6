import { spawn } from 'node:child_process'

const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/
const fatal =
  /error while loading shared libraries:.*|FATAL:[^\n]*|Missing X server[^\n]*|cannot open display[^\n]*/

/**
 * Runs a program on our terminal and waits for its end; our signals go on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ keepComplaint?: boolean, onAddress?: ((url: string) => void) | undefined }} [options]
 *   `keepComplaint` gives back why it could not start, as far as it said so; `onAddress` is called once with
 *   the address that the browser shell prints
 * @returns {Promise<{ code: number, complaint?: string }>}
 */
export function run(command, args, options = {}) {
  const { keepComplaint = false, onAddress } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['inherit', onAddress ? 'pipe' : 'inherit', keepComplaint ? 'pipe' : 'inherit'],
    })
    let complaint
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text)
      complaint ??= fatal.exec(text)?.[0]
    })
    let isOpen = false
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text)
      if (isOpen) return
      printed += text
      const url = address.exec(printed)?.[0]
      if (url === undefined) return
      isOpen = true
      onAddress(url)
    })
    const forward = (signal) => child.kill(signal)
    // The terminal sends Ctrl-C to the child itself; here it must only not end us first.
    const ignore = () => undefined
    process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', ignore)
    const watch = whenOrphaned(() => child.kill())
    const end = (code) => {
      clearInterval(watch)
      process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', ignore)
      resolve({ code, ...(complaint === undefined ? {} : { complaint }) })
    }
    child.on('error', (error) => {
      complaint ??= error.message
      end(1)
    })
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}

/**
 * npm's shell ends without a word to us when npm is told to end; the app would go on unseen. Only under npm:
 * who starts the script itself may mean it to outlive the terminal.
 */
function whenOrphaned(act) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  return setInterval(() => process.ppid !== parent && act(), 500)
}

/** Opens an address in the system's browser; when there is none, the address on the terminal is enough. */
export function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
