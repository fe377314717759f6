import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../../e2e/harness/command-line.ts'
import { printTable } from '../table.ts'

const aimBytes = 600_000

/** The JavaScript that has to be there before the first paint: the page's module and what it imports statically. */
export function benchFirstPaint(): void {
  const page = join(root, 'out/renderer/index.html')
  const [, entry] = /<script type="module"[^>]* src="([^"]+)"/.exec(readFileSync(page, 'utf8')) ?? []
  if (entry === undefined) throw new Error('the page has no module; build first')
  const files = [...closureOf(join(dirname(page), entry))].map((file) => {
    const bytes = readFileSync(file)
    return { name: basename(file), plain: bytes.length, packed: gzipSync(bytes, { level: 9 }).length }
  })
  files.sort((a, b) => b.packed - a.packed)
  const sum = (of: 'plain' | 'packed') => files.reduce((total, file) => total + file[of], 0)
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`
  printTable(
    'JavaScript for the first paint',
    ['', 'plain', 'compressed', 'aim'],
    [
      ...files.slice(0, 5).map(({ name, plain, packed }) => [name, kilobytes(plain), kilobytes(packed), '']),
      [`all ${files.length} files`, kilobytes(sum('plain')), kilobytes(sum('packed')), kilobytes(aimBytes)],
    ],
  )
}

function closureOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  // As it is written by the minifier: import{a}from"./b.js", import"./b.js", export{a}from"./b.js".
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g))
    if (name !== undefined) closureOf(join(dirname(file), name), found)
  return found
}
