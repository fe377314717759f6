import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../library'
import { contentMarker, previewPage } from './preview'
import { sampleLibrary, samplePost } from './sample-library'
import { themeFile } from './theme-file'

const themeFolder = resolve('resources/themes/broadsheet')
const cover: Asset = {
  hash: 'a',
  path: 'media/plan-3f2a91bc04de.png',
  type: 'image/png',
  size: 9,
  width: 640,
  height: 480,
}
const { settings } = sampleLibrary([])
const options = {
  themeFolder,
  themeUrl: '/theme/broadsheet/',
  asset: (path: string) => (path === cover.path ? cover : undefined),
}

describe('the preview of a post', () => {
  it('is the page that a reader would get, with a marker for the content', () => {
    const post = samplePost(1, {
      title: 'On <time>',
      status: 'draft',
      tags: ['C++'],
      cover: cover.path,
      summary: 'Short.',
    })
    const page = previewPage(post, settings, options)
    expect(page.split(contentMarker).length).toBe(2)
    expect(page).toContain('<h1 class="post-title p-name">On &lt;time&gt;</h1>')
    expect(page).toContain('<p class="post-summary p-summary">Short.</p>')
    expect(page).toContain('src="/media/plan-3f2a91bc04de.png" alt="" width="640" height="480"')
    expect(page).toContain('href="/theme/broadsheet/site.css"')
    expect(page).not.toContain('example.org')
  })

  it.each([
    [[], false, false],
    [[], true, true],
    [['C++'], false, true],
  ])('with the tags %j, others in the library: %s, links to the tags: %s', (tags, hasTags, isLinked) => {
    const page = previewPage(samplePost(1, { tags }), settings, { ...options, hasTags })
    expect(page.includes('href="/tags/"')).toBe(isLinked)
  })

  it('says what its cover shows, in words that can’t be markup', () => {
    const page = previewPage(
      samplePost(1, { cover: cover.path, coverAlt: 'A "plan" of <rooms>' }),
      settings,
      options,
    )
    expect(page).toContain('alt="A &quot;plan&quot; of &lt;rooms&gt;"')
  })

  it('of a post without anything still shows', () => {
    expect(
      previewPage(samplePost(1, { title: '', body: '', cover: 'media/gone.png' }), settings, options),
    ).toContain('Untitled')
  })
})

describe('a file of the theme', () => {
  it('is found by the name that layouts use', () => {
    expect(themeFile(themeFolder, 'site.css')?.type).toBe('text/css; charset=utf-8')
    expect(themeFile(themeFolder, 'site.js')?.type).toContain('javascript')
  })

  it.each(['theme.yaml', '../theme.yaml', 'layouts/post.liquid', '', 'constructor', '/etc/passwd'])(
    '%s is not one',
    (name) => {
      expect(themeFile(themeFolder, name)).toBeUndefined()
    },
  )
})
