import { describe, expect, it } from 'vitest'
import { documentAt, newId, type PostId, readPost, readRelease, takeSnapshot, writeRelease } from '.'
import { createPostDocument } from './post'

describe('what is released', () => {
  it('is read back, and reads as the post did then', () => {
    const doc = createPostDocument(newId<PostId>(), 0, { title: 'A', body: 'then' })
    const release = {
      snapshot: takeSnapshot(doc),
      digest: 'd',
      slug: 'a',
      date: '2026-11-24',
      at: 1,
      device: 'x',
    }
    writeRelease(doc, release)
    doc.getText('body').insert(0, 'not ')
    expect(readRelease(doc)).toEqual(release)
    expect(readPost(documentAt(doc, release.snapshot)).body).toBe('then')
    writeRelease(doc, null)
    expect(readRelease(doc)).toBeNull()
  })

  it('that makes no sense reads as nothing', () => {
    const doc = createPostDocument(newId<PostId>(), 0, {})
    doc.getMap('meta').set('published', { snapshot: '%', digest: 1 })
    expect(readRelease(doc)).toBeNull()
  })
})
