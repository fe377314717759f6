import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A network that lets us through answers in this time; one that refuses silently would take minutes. */
const probeMs = 6000
/** 110 MB take this long at 1.5 Mbit/s. */
const downloadMs = 10 * 60_000

/**
 * Electron's binary: the one that ELECTRON_OVERRIDE_DIST_PATH names, the one that is installed, or else it
 * is downloaded.
 * @param {string} root the project
 * @param {string} node the Node that runs the installer
 * @param {(sentence: string) => void} say
 * @returns {Promise<{ path: string, reason?: undefined } | { path?: undefined, reason: string }>}
 */
export async function findElectron(root, node, say, environment = process.env) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH
  const installed = locateElectron(root, environment)
  if (installed) return { path: installed }
  if (override)
    return { reason: `there is no Electron in ${override}, which ELECTRON_OVERRIDE_DIST_PATH names` }
  const installer = join(root, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return { reason: 'the electron package is not installed; run npm ci' }
  if (!(await isReachable(environment)))
    return { reason: 'Electron’s binary is not installed and its download is out of reach' }
  say('downloading Electron, once (about 110 MB)…')
  await install(node, installer)
  const path = locateElectron(root, environment)
  return path ? { path } : { reason: 'Electron’s binary could not be downloaded' }
}

/** The binary where it should be; undefined when it isn't there. */
export function locateElectron(root, environment) {
  const home = join(root, 'node_modules/electron')
  const name = existsSync(join(home, 'path.txt'))
    ? readFileSync(join(home, 'path.txt'), 'utf8').trim()
    : usualName(process.platform)
  const path = join(environment.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist'), name)
  return existsSync(path) ? path : undefined
}

function usualName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Whether the place of the download answers at all. Behind a proxy that only the installer knows, it is tried. */
async function isReachable(environment) {
  if (environment.ELECTRON_GET_USE_PROXY || environment.NODE_USE_ENV_PROXY) return true
  const place = environment.ELECTRON_MIRROR || environment.npm_config_electron_mirror || 'https://github.com'
  try {
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeMs) })
    return true
  } catch {
    return false
  }
}

/** Runs the package's own installer in silence; whether it worked is seen on the disk. */
function install(node, installer) {
  return new Promise((resolve) => {
    const child = spawn(node, [installer], { stdio: 'ignore', timeout: downloadMs })
    child.on('error', resolve)
    child.on('exit', resolve)
  })
}
