import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sitesAround } from './sites-around'

/** A folder in which the files given lie, empty. */
function folderWith(...files: string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'longhand-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  return folder
}

describe('the site around a folder of posts', () => {
  it.each([
    'hugo.toml',
    'config.yaml',
    '_config.yml',
    'astro.config.mjs',
    'gatsby-config.js',
    'package.json',
  ])('is where %s lies', (mark) => {
    const folder = folderWith(mark, 'src/content/posts/a.md')
    expect(sitesAround(join(folder, 'src/content/posts'))).toEqual([folder])
    expect(sitesAround(join(folder, 'src'))).toEqual([folder])
  })

  it('is none where nothing shows it, or the names on the way are not those of content', () => {
    expect(sitesAround(join(folderWith('docs/a.md', 'public/x.png'), 'docs'))).toEqual([])
    expect(sitesAround(join(folderWith('hugo.toml', 'stuff/a.md'), 'stuff'))).toEqual([])
  })

  it('is never the home folder nor what is above it', () => {
    const folder = folderWith('package.json', 'docs/package.json', 'docs/posts/a.md', 'docs/me/x')
    expect(sitesAround(join(folder, 'docs'), folder)).toEqual([])
    expect(sitesAround(join(folder, 'docs/posts'), folder)).toEqual([join(folder, 'docs')])
    expect(sitesAround(join(folder, 'docs/posts'), join(folder, 'docs/me'))).toEqual([])
    expect(sitesAround('/posts', '/home/me')).toEqual([])
  })
})
