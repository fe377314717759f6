import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from '../e2e/harness/find-browser.ts'

/**
 * What the journeys need and this machine lacks.
 * @returns {{ projects: Record<'electron' | 'browser', string | null>, display: 'own' | 'xvfb' }}
 *   for each Playwright project null when it can run, else a sentence that says why not and what to do;
 *   `display` says whether a virtual display has to be started
 */
export function whatIsMissing() {
  const display = process.platform !== 'linux' || process.env.DISPLAY ? 'own' : 'xvfb'
  const hidden = display === 'xvfb' && !isInPath('xvfb-run')
  return {
    display: hidden ? 'own' : display,
    projects: {
      electron: hidden
        ? 'there is no display and no xvfb-run. Debian and Ubuntu: apt-get install xvfb xauth'
        : whyNoElectron(),
      browser: findBrowser()
        ? null
        : 'no Chromium, Chrome or Edge was found. Install one, or run: npx playwright install chromium',
    },
  }
}

/** The official package downloads its binary when it is first asked for it, so asking may take a while. */
function whyNoElectron() {
  const asked = spawnSync(process.execPath, ['-p', 'require("electron")'], {
    encoding: 'utf8',
    timeout: 180_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const path = asked.stdout?.trim().split('\n').at(-1)
  if (asked.status === 0 && path && existsSync(path)) return null
  return (
    'Electron’s binary could not be downloaded. Run: npx install-electron. ' +
    'Behind a mirror set ELECTRON_MIRROR; with a binary at hand set ELECTRON_OVERRIDE_DIST_PATH'
  )
}

function isInPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)))
}
