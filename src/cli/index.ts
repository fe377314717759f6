#!/usr/bin/env node
/**
 * The command line: the same library without a screen (docs/cli.md is its contract). It promises that
 *
 * 1. with `--json`, standard output is exactly one JSON document, on success and on failure;
 * 2. the exit code is 0 for success, 1 for failure, 2 for usage, 130 when it was interrupted;
 * 3. what it does goes through the calls that the screens make, with the same checks.
 *
 * This file loads nothing that a Node too old for SQLite could not load: it finds a newer Node first.
 */
import { canRun, runWithOwnNode } from './node-version'

if (canRun(process.versions.node)) {
  import('./start').then(({ start }) => start(process.argv.slice(2), __dirname))
} else {
  runWithOwnNode(__filename, process.argv.slice(2))
}
