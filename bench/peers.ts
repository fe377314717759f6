import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from './machine.ts'

/** Another static site generator with the same small site, set up in a folder of its own. */
export interface Peer {
  readonly name: string
  /** Where its posts are, and where its site comes out. */
  readonly posts: string
  readonly out: string
  readonly program: string
  readonly args: readonly string[]
  readonly folder: string
}

/**
 * Where the sites of the peers and the corpus are kept: LONGHAND_PEERS, else beside the project.
 * Throws a sentence when they aren't there.
 */
export function peersFolder(): string {
  const folder = resolve(process.env.LONGHAND_PEERS ?? '../shared/peers')
  // A script that is asked for by a link does nothing.
  if (existsSync(join(folder, 'corpus.mjs'))) return realpathSync(folder)
  throw new Error(
    `There is no corpus to measure with in ${folder}. Set LONGHAND_PEERS to a folder that holds corpus.mjs, eleventy/ and hugo/.`,
  )
}

/** Copies Eleventy's site into `folder`; Eleventy itself is installed once, in the cache. */
export function prepareEleventy(folder: string): Peer {
  const installed = join(cacheFolder(), 'eleventy')
  const program = join(installed, 'node_modules/@11ty/eleventy/cmd.cjs')
  if (!existsSync(program)) {
    mkdirSync(installed, { recursive: true })
    cpSync(join(peersFolder(), 'eleventy/package.json'), join(installed, 'package.json'))
    console.log(`Installing Eleventy into ${installed}`)
    const done = spawnSync('npm', ['install', '--no-fund', '--no-audit'], {
      cwd: installed,
      stdio: 'inherit',
    })
    if (done.status !== 0) throw new Error('Eleventy could not be installed.')
  }
  cpSync(join(peersFolder(), 'eleventy'), folder, { recursive: true })
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'))
  return {
    name: 'Eleventy',
    posts: join(folder, 'src/posts'),
    out: join(folder, '_site'),
    program: process.execPath,
    args: [program, '--quiet'],
    folder,
  }
}

/** Copies Hugo's site into `folder`; undefined when there is no `hugo` in the path. */
export function prepareHugo(folder: string): Peer | undefined {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined
  cpSync(join(peersFolder(), 'hugo'), folder, { recursive: true })
  return {
    name: 'Hugo',
    posts: join(folder, 'content/posts'),
    out: join(folder, 'public'),
    program: 'hugo',
    args: ['--quiet'],
    folder,
  }
}
