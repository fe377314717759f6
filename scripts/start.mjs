#!/usr/bin/env node
/**
 * `npm start`: the app in its own window, or in the browser where Electron can't run; then one line says
 * why. What follows `--` goes on to the app: `npm start -- --library DIR --port N`.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './start-electron.mjs'
import { findNode, hasDisplay, splitArguments } from './start-machine.mjs'
import { openInBrowser, run } from './start-run.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const args = splitArguments(process.argv.slice(2))
/** An app that ends with a failure sooner than this has not been used; it could not start. */
const startingMs = 8000

const say = (sentence) => console.error(`Longhand: ${sentence}`)

const node = findNode(root)
if (node.problem) {
  say(node.problem)
  process.exit(1)
}
process.exit(await start())

/** Resolves to the exit code. */
async function start() {
  const isBuilt = ['main/index.js', 'main/cli.js', 'renderer/index.html'].every((file) =>
    existsSync(join(root, 'out', file)),
  )
  if (!isBuilt) {
    say('building, once…')
    const { code } = await run(node.path, [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      ...['build', '--logLevel', 'warn'],
    ])
    if (code !== 0) {
      say('the build failed. Run npm ci, then try again.')
      return 1
    }
  }
  const reason = args.inBrowser ? 'asked for' : await startInWindow()
  if (typeof reason === 'number') return reason
  say(`opening in the browser instead of a window of its own: ${reason}.`)
  return startInBrowser()
}

/** Starts Electron and resolves to its exit code, or to why it can't run here. */
async function startInWindow() {
  if (!hasDisplay(process.platform, process.env)) return 'there is no display'
  const electron = await findElectron(root, node.path, say)
  if (electron.reason) return electron.reason
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) say('root cannot have Chromium’s sandbox, so it is off. Start it as another user to have it.')
  const began = Date.now()
  const { code, complaint } = await run(
    electron.path,
    [root, ...(isRoot ? ['--no-sandbox'] : []), ...args.app],
    { keepComplaint: true },
  )
  if (code === 0 || Date.now() - began > startingMs) return code
  return `Electron could not start (${complaint ?? `it ended with ${code}`})`
}

/** Starts the browser shell and resolves to its exit code. */
async function startInBrowser() {
  const isShown = args.mayOpen && hasDisplay(process.platform, process.env)
  const { code } = await run(node.path, [join(root, 'out/main/cli.js'), ...args.serve], {
    onAddress: isShown ? openInBrowser : undefined,
  })
  return code
}
