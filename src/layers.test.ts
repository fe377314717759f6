import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may call whom: arrows go down only (docs/architecture.md). `api/contract` is the API's public face. */
const mayImport: Record<string, readonly string[]> = {
  document: [],
  markdown: [],
  words: [],
  library: ['document'],
  site: ['document', 'markdown', 'library'],
  interchange: ['document', 'markdown', 'library'],
  'api/contract': ['document'],
  api: ['api/contract', 'document', 'markdown', 'library', 'site', 'interchange'],
  // types alone, so that nothing of it is in the sandbox
  preload: ['api/contract'],
  main: ['api', 'api/contract', 'document', 'words'],
  server: ['api', 'api/contract', 'document'],
  cli: ['api', 'api/contract', 'document', 'server'],
  renderer: ['api/contract', 'document', 'markdown', 'words'],
}
const withoutNode = ['document', 'markdown', 'words', 'api/contract', 'preload', 'renderer']
const withElectron = ['main', 'preload']

const root = import.meta.dirname
const houseOf = (path: string) => {
  const [first = '', second] = path.split(sep)
  return first === 'api' && second === 'contract' ? 'api/contract' : first
}

/** What is wrong with one import, as a sentence; undefined when it is allowed. */
function judge(file: string, specifier: string): string | undefined {
  const house = houseOf(file)
  if (!specifier.startsWith('.')) {
    if (specifier === 'electron' && !withElectron.includes(house)) return `${house} may not import Electron`
    if (/^node:|^better-sqlite3$/.test(specifier) && withoutNode.includes(house)) {
      return `${house} runs without Node and may not import ${specifier}`
    }
    return undefined
  }
  const target = relative(root, resolve(root, dirname(file), specifier.replace(/\?.*$/, '')))
  if (target.startsWith('..')) return undefined
  const other = houseOf(target)
  if (other === house)
    return /(^|\/)(\.|\.\.|index)$/.test(specifier) ? `${house} imports its own index` : undefined
  if (!mayImport[house]?.includes(other)) return `${house} may not import ${other}`
  return target === other ? undefined : `${house} must use the front door of ${other}, not ${target}`
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && file.includes(sep) && !/\.(test|d)\.tsx?$/.test(file),
)
const imports = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

describe('layers', () => {
  it('every import goes down, through a front door', () => {
    const wrong = sources.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(imports)].flatMap(
        (match) => judge(file, match[1] ?? '')?.concat(` (src/${file})`) ?? [],
      ),
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['library/a.ts', '../site', 'library may not import site'],
    ['site/a.ts', '../library/database', 'site must use the front door of library, not library/database'],
    ['renderer/desk/a.tsx', '../../api', 'renderer may not import api'],
    ['document/a.ts', 'node:fs', 'document runs without Node and may not import node:fs'],
    ['api/a.ts', 'electron', 'api may not import Electron'],
    ['site/a.ts', './index', 'site imports its own index'],
  ])('%s importing %s is refused', (file, specifier, reason) => {
    expect(judge(file, specifier)).toBe(reason)
  })

  it.each([
    ['site/a.ts', '../library'],
    ['renderer/desk/a.tsx', '../../api/contract'],
    ['renderer/desk/a.tsx', '../editor/b'],
    ['main/a.ts', 'electron'],
  ])('%s importing %s is allowed', (file, specifier) => {
    expect(judge(file, specifier)).toBeUndefined()
  })
})
