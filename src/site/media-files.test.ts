import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../library'
import { createWarmState } from './build/warm-state'
import { exportSite } from './export-site'
import { film, photograph, plain, screenshot, secret } from './metadata/sample-pictures'
import { manifestFile } from './output/manifest'
import { contentsOf, temporaryFolder } from './temporary-folder'

const themeFolder = resolve('resources/themes/broadsheet')

async function publish(
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  tamper?: (folder: string) => void,
) {
  const folder = join(temporaryFolder(), 'library')
  const library = openLibrary(folder, { create: true, now: () => 1_700_000_000_000 })
  const paths = files.map(([name, bytes]) => library.addAsset(bytes, name).path)
  const body = paths.map((path, n) => `![Picture ${n}](${path}) [file](${path})`).join('\n\n')
  library.createPost({ title: 'Pictures', status: 'published', body, cover: paths[0] ?? null })
  tamper?.(folder)
  const run = async (out: string, cacheFolder?: string) => {
    const snapshot = library.snapshot()
    try {
      return await exportSite(snapshot, {
        out,
        libraryPath: folder,
        themeFolder,
        warm: cacheFolder === undefined ? undefined : createWarmState(cacheFolder),
      })
    } finally {
      snapshot.close()
    }
  }
  return { folder, library, paths, run, close: () => library.close() }
}

const out = () => join(temporaryFolder(), 'site')

describe('an exported picture', () => {
  it('tells nothing of where it was made, under the name it has in the library, which keeps the original', async () => {
    const site = await publish([
      ['photo.jpg', photograph()],
      ['screen.png', screenshot()],
      ['plain.png', plain.png],
    ])
    const [one, two] = [out(), out()]
    const { warnings } = await site.run(one)
    await site.run(two)
    expect(contentsOf(two)).toEqual(contentsOf(one))
    expect(warnings.filter((sentence) => sentence.includes('media/'))).toEqual([])
    expect(readdirSync(join(one, 'media')).map((name) => `media/${name}`)).toEqual([...site.paths].sort())
    for (const path of site.paths) expect(readFileSync(join(one, path)).includes(secret)).toBe(false)
    const originals = readdirSync(join(site.folder, 'assets')).map((name) =>
      readFileSync(join(site.folder, 'assets', name)),
    )
    expect(originals.filter((bytes) => bytes.includes(secret)).length).toBe(2)
    expect(site.library.verify().problems).toEqual([])
    site.close()
  })

  it('is not read again at the next export', async () => {
    const site = await publish([
      ['photo.jpg', photograph()],
      ['film.mp4', film()],
      ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ])
    const [folder, cache] = [out(), join(temporaryFolder(), 'cache')]
    await site.run(folder, cache)
    const before = contentsOf(folder)
    const assets = join(site.folder, 'assets')
    for (const name of readdirSync(assets)) writeFileSync(join(assets, name), '')
    expect(await site.run(folder, cache)).toMatchObject({ written: 0, removed: 0 })
    expect(contentsOf(folder)).toEqual(before)
    site.close()
  })

  it('that is a drawing can do nothing, whatever it is called', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>a()</script><path d="M0 0"/>'
    const site = await publish([
      ['drawing.svg', Buffer.from(`${drawing.replace('<svg', '<svg width="9" height="9"')}</svg>`)],
      ['unmeasured.svg', Buffer.from(drawing)],
    ])
    const folder = out()
    await site.run(folder)
    for (const path of site.paths) {
      const text = readFileSync(join(folder, path), 'utf8')
      expect(text).toContain('<path d="M0 0"></path></svg>')
      expect(text).not.toMatch(/script|onload/)
    }
    site.close()
  })

  it('is what the manifest says, and not written again', async () => {
    const site = await publish([['photo.jpg', photograph()]])
    const folder = out()
    await site.run(folder)
    expect(await site.run(folder)).toMatchObject({ written: 0, removed: 0 })
    const manifest = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as {
      files: Record<string, string>
    }
    const path = site.paths[0] ?? ''
    const bytes = readFileSync(join(folder, path))
    expect(manifest.files[path]).toBe(createHash('sha256').update(bytes).digest('hex'))
    site.close()
  })

  it('is written again when what stands in its place has another size, as one of an older Longhand has', async () => {
    const site = await publish([
      ['photo.jpg', photograph()],
      ['walk.mp4', film()],
    ])
    const folder = out()
    await site.run(folder)
    const place = (n: number) => join(folder, site.paths[n] ?? '')
    const clean = [0, 1].map((n) => readFileSync(place(n)))
    writeFileSync(place(0), photograph())
    writeFileSync(place(1), film())
    expect(await site.run(folder)).toMatchObject({ written: 2 })
    expect([0, 1].map((n) => readFileSync(place(n)))).toEqual(clean)
    site.close()
  })

  it('that can’t be read as one stays at home and is named', async () => {
    const site = await publish([['broken.jpg', photograph().subarray(0, 90)]])
    const folder = out()
    const { warnings } = await site.run(folder)
    expect(Object.keys(contentsOf(folder)).filter((file) => file.startsWith('media/'))).toEqual([])
    expect(warnings.join('\n')).toMatch(
      /shows the image “media\/broken-[0-9a-f]+\.jpg”, which can't be read as a picture/,
    )
    expect(readFileSync(join(folder, 'posts/pictures/index.html'), 'utf8')).not.toContain('media/broken')
    site.close()
  })

  it('of a kind that Longhand can’t clean is on the site and named', async () => {
    const tiff = Buffer.from(
      'II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x01\0\0\0\x01\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0',
      'latin1',
    )
    const site = await publish([['scan.tiff', tiff]])
    const folder = out()
    const { warnings } = await site.run(folder)
    expect(warnings.join('\n')).toMatch(/scan-[0-9a-f]+\.tiff may tell where and when it was made/)
    expect(readFileSync(join(folder, site.paths[0] ?? '')).equals(tiff)).toBe(true)
    site.close()
  })

  it('whose file has gone is missing, as before', async () => {
    const site = await publish([['plain.png', plain.png]], (folder) => {
      for (const name of readdirSync(join(folder, 'assets'))) rmSync(join(folder, 'assets', name))
    })
    const { warnings } = await site.run(out())
    expect(warnings.join('\n')).toMatch(
      /shows the image “media\/plain-[0-9a-f]+\.png”, which isn't in the library/,
    )
    site.close()
  })
})
