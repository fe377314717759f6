import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostId } from '../document'
import { type Library, openLibrary } from '../library'
import { SitePreview } from './preview-site'

const places = { shipped: resolve('resources/themes') }
let folder: string
let library: Library
let preview: SitePreview
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-preview-'))
  library = openLibrary(join(folder, 'library'), { create: true })
  preview = new SitePreview(library, places)
})
afterEach(() => {
  preview.close()
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

function publish(title: string, body: string, fields: { tags?: string[] } = {}): PostId {
  const { id } = library.createPost({ title, body, ...fields, status: 'published' })
  return id
}
const page = (path: string, theme?: string) => {
  const { status, body } = preview.answer(path, '/site/', theme)
  return { status, html: String(body) }
}

describe('the preview of the site', () => {
  it('has the pages that an export has, whose links stay inside the preview', () => {
    library.setSite({ title: 'Slow Computing', author: 'Ana', baseUrl: 'https://example.org/blog/' })
    publish('On clocks', 'Text.', { tags: ['time'] })
    for (const { path, title } of preview.pages()) {
      const { status, html } = page(path)
      expect(status, title).toBe(200)
      expect(html, title).toContain('Slow Computing')
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"]*)"/g))
        expect(href).toMatch(/^\/site\//)
    }
    expect(page('/').html).toContain('href="/site/posts/on-clocks/"')
    expect(page('/posts/on-clocks/').html).toContain('<p>Text.</p>')
    expect(page('/tags/time/').html).toContain('On clocks')
  })

  it('shows what was released, not what is written since', () => {
    const id = publish('A post', 'As released.')
    library.setBody(id, 'As it is now.')
    expect(page('/posts/a-post/').html).toContain('As released.')
    expect(page('/').html).toContain('As released.')
    library.releases.update(id)
    expect(page('/posts/a-post/').html).toContain('As it is now.')
  })

  it('follows a theme whose files are changed', () => {
    const own = join(folder, 'themes')
    mkdirSync(join(own, 'mine', 'layouts'), { recursive: true })
    writeFileSync(join(own, 'mine', 'theme.yaml'), 'name: Mine\nextends: broadsheet\n')
    const other = new SitePreview(library, { ...places, own })
    const first = () => String(other.answer('/', '/look/mine/', 'mine').body)
    expect(first()).toContain('<html')
    writeFileSync(join(own, 'mine', 'layouts', 'index.liquid'), 'My own page.')
    expect(first()).toBe('My own page.')
    other.close()
  })

  it('waits for a theme that loops about a second, once, until it is mended', () => {
    const own = join(folder, 'themes')
    mkdirSync(join(own, 'mine', 'layouts'), { recursive: true })
    writeFileSync(join(own, 'mine', 'theme.yaml'), 'name: Mine\nextends: broadsheet\n')
    const layout = join(own, 'mine', 'layouts', 'index.liquid')
    const loops = `${'{% for i in (1..3000) %}'.repeat(5)}x${'{% endfor %}'.repeat(5)}`
    writeFileSync(layout, loops)
    const mine = new SitePreview(library, { shipped: places.shipped, own })
    const taken = () => {
      const before = process.cpuUsage()
      expect(() => mine.answer('/', '/site/', 'mine')).toThrow('template render limit exceeded')
      return process.cpuUsage(before).user / 1000
    }
    expect(taken()).toBeLessThan(3000)
    expect(taken()).toBeLessThan(300)
    writeFileSync(layout, 'Mended.')
    expect(mine.answer('/', '/site/', 'mine').body).toBe('Mended.')
    mine.close()
  })

  it('follows every setting, and says that it has changed', () => {
    publish('A post', 'Text.')
    const before = preview.revision
    expect(page('/').html).toContain('/site/posts/a-post/')
    library.setSite({ title: 'Renamed', permalink: '/{slug}/', addresses: 'none' })
    expect(preview.revision).not.toBe(before)
    const { html } = page('/')
    expect(html).toContain('Renamed')
    expect(html).toContain('href="/site/a-post"')
    expect(page('/a-post').status).toBe(200)
  })

  it('has the theme’s style sheet with the settings in it, in the site’s theme or in another', () => {
    library.setSite({ themeSettings: { accent: '#7a3b9c' } })
    for (const theme of [undefined, 'column']) {
      const sheet = /href="\/site(\/assets\/site-[0-9a-f]+\.css)"/.exec(page('/', theme).html)?.[1] ?? ''
      const { type, body } = preview.answer(sheet, '/site/', theme)
      expect(type).toBe('text/css; charset=utf-8')
      expect(new TextDecoder().decode(body as Uint8Array)).toContain('#7a3b9c')
    }
    expect(page('/', 'column').html).not.toBe(page('/').html)
  })

  it('has the theme’s page for what isn’t there', () => {
    expect(page('/nowhere/')).toMatchObject({ status: 404, html: expect.stringContaining('404') })
  })

  it('reads the posts once, whatever is set and however often it is looked at', () => {
    publish('A post', 'Text.')
    let read = 0
    const counted: Library = Object.create(library, {
      snapshot: {
        value: () => {
          const snapshot = library.snapshot()
          return Object.create(snapshot, {
            published: {
              value: () => {
                read++
                return snapshot.published()
              },
            },
          })
        },
      },
    })
    const other = new SitePreview(counted, places)
    const title = () => /<title>([^<]*)/.exec(String(other.answer('/', '/site/').body))?.[1]
    title()
    other.answer('/', '/look/column/', 'column')
    library.setSite({ title: 'Set' })
    expect(title()).toBe('Set')
    expect(read).toBe(1)
    publish('Another post', 'Text.')
    expect(String(other.answer('/', '/site/').body)).toContain('Another post')
    expect(read).toBe(2)
    other.close()
  })
})
