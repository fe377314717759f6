#!/usr/bin/env node
/**
 * The command line: the same library without a screen (docs/cli.md is its contract). It promises that
 *
 * 1. with `--json`, standard output is exactly one JSON document, on success and on failure;
 * 2. the exit code is 0 for success, 1 for failure, 2 for usage, 130 when it was interrupted;
 * 3. what it does goes through the calls that the screens make, with the same checks.
 *
 * This file shares no module with the program itself, so that a Node too old for SQLite loads nothing of it:
 * it finds a newer Node first.
 */
import nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { canRun, runWithOwnNode } from './node-version'
import type { start } from './start'

/** Built beside this file, and named at run time so that the two are never bundled into one. */
const program = pathToFileURL(join(__dirname, 'cli-program.js')).href

rememberCompiled()

if (canRun(process.versions.node)) {
  import(program).then((module: { start: typeof start }) => module.start(process.argv.slice(2), __dirname))
} else {
  runWithOwnNode(__filename, process.argv.slice(2))
}

/**
 * Keeps what V8 makes of the program for the next time, where this Node can: starting takes a fifth less. In a folder
 * that is the user's own, since what is found there is run.
 */
function rememberCompiled(): void {
  const { XDG_CACHE_HOME, LOCALAPPDATA, NODE_COMPILE_CACHE } = process.env
  if (NODE_COMPILE_CACHE !== undefined) return
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache')
  // Threads that are started later look there as well.
  process.env.NODE_COMPILE_CACHE = join(caches, 'longhand', 'compiled')
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
}
