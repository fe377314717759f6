import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { resolveInside } from './resolve-inside'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'longhand-inside-')))
const root = join(folder, 'root')
mkdirSync(join(root, 'deep'), { recursive: true })
writeFileSync(join(root, 'a file.txt'), 'inside')
writeFileSync(join(root, 'deep', '%2e%2e'), 'a name that looks encoded')
writeFileSync(join(folder, 'secret'), 'outside')
writeFileSync(join(folder, 'root-secret'), 'a sibling that begins alike')
symlinkSync(join(folder, 'secret'), join(root, 'leads-out'))
symlinkSync(folder, join(root, 'folder-out'))
symlinkSync(join(root, 'a file.txt'), join(root, 'leads-in'))
symlinkSync(join(root, 'loop'), join(root, 'loop'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an address', () => {
  it.each([
    ['/a%20file.txt', 'a file.txt'],
    ['a file.txt', 'a file.txt'],
    ['/leads-in', 'a file.txt'],
    ['/deep/%252e%252e', join('deep', '%2e%2e')],
  ])('%s is the file %s', async (address, file) => {
    expect(await resolveInside(root, address)).toBe(join(root, file))
  })

  it.each([
    '',
    '/',
    '/.',
    '/..',
    '/../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/%2e%2e%2fsecret',
    '/deep/../../secret',
    '/..%5csecret',
    '/deep\\..\\..\\secret',
    '//secret',
    '/../root-secret',
    '/a%20file.txt%00.png',
    '/a%20file.txt/',
    '/deep',
    '/leads-out',
    '/folder-out/secret',
    '/loop',
    '/C:/Windows/win.ini',
    '/a%20file.txt::$DATA',
    '/%',
    '/%ff',
    `/${'x'.repeat(5000)}`,
    '/nothing',
  ])('%j is no file', async (address) => {
    expect(await resolveInside(root, address)).toBeUndefined()
  })

  it('never leads out, whatever it is made of', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      'secret',
      'root',
      'deep',
      ':',
      '%25',
      'leads-in',
      'folder-out',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const file = await resolveInside(root, pieces.join(''))
        if (file !== undefined) expect(file.startsWith(root + sep)).toBe(true)
      }),
      { numRuns: randomCases(500) },
    )
  })
})
