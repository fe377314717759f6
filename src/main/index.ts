/**
 * The Electron shell. It opens a library, mounts the calls and the files of `api`, and adds what a desktop
 * has: a window, a menu, dialogs, a log. It promises that nothing which the page shows can run code outside
 * the sandbox or go anywhere; see README.md.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { usualLibraryPath } from '../api'
import { Desktop } from './desktop'
import { chooseLibrary } from './library-choice'
import { appScheme } from './links'
import { openLogFile } from './log-file'
import { readSettings } from './settings-file'
import { logSurprises } from './surprises'

// __dirname is that of the built entry, out/main.
const root = join(__dirname, '../..')
const rendererUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const settingsFile = join(app.getPath('userData'), 'settings.json')
const logFile = join(app.getPath('userData'), 'logs', 'longhand.log')
const log = openLogFile(logFile)

logSurprises(log)
// Every renderer is sandboxed; only root on Linux, which can't be, says otherwise on the command line.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  {
    scheme: appScheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
  },
])

if (app.requestSingleInstanceLock()) {
  log.info(`Longhand ${app.getVersion()} starts on Electron ${process.versions.electron}.`)
  const desktop = new Desktop({
    opening: {
      resources: join(root, 'resources'),
      rendererFolder: join(root, 'out/renderer'),
      ...(rendererUrl === undefined ? {} : { rendererUrl }),
      siteWorker: join(__dirname, 'site-worker.js'),
      libraryWorker: join(__dirname, 'library-worker.js'),
      checkWorker: join(__dirname, 'check-worker.js'),
      backupWorker: join(__dirname, 'backup-worker.js'),
      automaticBackups: true,
      shell: 'electron',
      version: app.getVersion(),
      log,
    },
    window: { preload: join(root, 'out/preload/index.js'), icon: join(root, 'resources/icons/longhand.png') },
    settingsFile,
    logFile,
    log,
    isDev: rendererUrl !== undefined,
  })
  const choice = chooseLibrary({
    args: process.argv.slice(1),
    environment: process.env,
    last: readSettings(settingsFile).library,
    usual: usualLibraryPath(homedir(), existsSync),
  })
  app
    .whenReady()
    .then(() => desktop.start(choice))
    .catch((error: unknown) => {
      log.error('Longhand could not start.', error)
      app.exit(1)
    })
} else {
  app.quit()
}
