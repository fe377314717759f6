import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The oldest Node for which better-sqlite3's binary is made. */
const oldest = [22, 14]

/**
 * The Node that runs the app: the one that the project brings along, else the one that runs this script.
 * @returns {{ path: string, problem?: string }} `problem` says what to do when there is none that can
 */
export function findNode(root, platform = process.platform) {
  const own = join(root, 'node_modules/node/bin', platform === 'win32' ? 'node.exe' : 'node')
  const path = existsSync(own) ? own : process.execPath
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  return isRecent(version)
    ? { path }
    : {
        path,
        problem: `Node ${version || 'of an unknown version'} is too old. Run npm ci, which brings a newer one along, or install Node ${oldest.join('.')} or later.`,
      }
}

/** Whether a version (`v24.1.0`) is recent enough. */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** Whether a window could be seen. */
export function hasDisplay(platform, environment) {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/**
 * Whose arguments are whose: the port and `--no-open` concern the browser shell alone, `--browser` asks for
 * it, everything else goes to both.
 * @param {string[]} args
 */
export function splitArguments(args) {
  const shared = []
  const port = []
  let inBrowser = false
  let mayOpen = true
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]
    if (arg === '--browser') inBrowser = true
    else if (arg === '--no-open') mayOpen = false
    else if (arg === '--port') port.push(arg, args[++index] ?? '')
    else if (arg.startsWith('--port=')) port.push(arg)
    else shared.push(arg)
  }
  return { app: shared, serve: [...shared, 'serve', ...port], inBrowser, mayOpen }
}
