import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canRun, findOwnNode } from './node-version'

describe('canRun', () => {
  it.each([
    ['24.0.0', true],
    ['22.14.0', true],
    ['22.13.9', false],
    ['20.20.2', false],
  ])('of %s is %s', (version, can) => {
    expect(canRun(version)).toBe(can)
  })
})

describe('findOwnNode', () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join('/app', 'node_modules', 'node', 'bin', name)

  it('looks in every folder above the program', () => {
    expect(findOwnNode('/app/out/main/cli.js', (file) => file === own)).toBe(own)
    expect(findOwnNode('/app/out/main/cli.js', () => false)).toBeUndefined()
  })
})
