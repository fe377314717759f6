import { beforeEach, describe, expect, it } from 'vitest'
import { type SiteSettings, siteDefaults } from '../../document'
import { createHandClock } from '../app/hand-clock'
import { SettingsKeeper } from './settings-keeper'

let kept: SiteSettings
let saved: object[]
let fail: string | undefined
let time: ReturnType<typeof createHandClock>
let keeper: SettingsKeeper
beforeEach(() => {
  kept = siteDefaults
  saved = []
  fail = undefined
  time = createHandClock()
  keeper = new SettingsKeeper({
    save: async (changes) => {
      if (fail !== undefined) throw new Error(fail)
      saved.push(changes)
      return { ...kept, ...(changes as Partial<SiteSettings>) }
    },
    onSaved: (settings) => {
      kept = settings
    },
    explain: (error) => (error as Error).message,
    clock: time.clock,
  })
})
const draft = (name: keyof SiteSettings) => keeper.state().drafts.get(name)

describe('the keeper of settings', () => {
  it('saves what is chosen at once', async () => {
    keeper.edit('search', false)
    await keeper.flush()
    expect(saved).toEqual([{ search: false }])
    expect(kept.search).toBe(false)
    expect(draft('search')).toBeUndefined()
  })

  it('saves what is typed after a pause, once', async () => {
    for (const text of ['S', 'Sl', 'Slow']) {
      keeper.edit('title', text, true)
      time.advance(100)
    }
    expect(saved).toEqual([])
    time.advance(300)
    await keeper.flush()
    expect(saved).toEqual([{ title: 'Slow' }])
  })

  it('keeps what is not valid, with the reason, and saves the others', async () => {
    keeper.edit('baseUrl', 'example.org', true)
    keeper.edit('author', 'Ana', true)
    await keeper.flush()
    expect(saved).toEqual([{ author: 'Ana' }])
    expect(draft('baseUrl')).toMatchObject({
      value: 'example.org',
      troubles: [{ path: '', sentence: 'A web address looks like https://example.org/ and has no query.' }],
    })
    keeper.edit('baseUrl', 'https://example.org', true)
    await keeper.flush()
    expect(kept.baseUrl).toBe('https://example.org')
    expect(keeper.unsavedCount).toBe(0)
  })

  it('says which part of a list is not filled in', () => {
    keeper.edit('menu', [
      { label: 'Home', link: '/' },
      { label: '', link: '/x/' },
    ])
    expect(draft('menu')?.troubles).toEqual([{ path: '1.label', sentence: 'Not filled in yet.' }])
  })

  it('keeps what the library could not take, and saves it with the next change', async () => {
    fail = 'The disk is full.'
    keeper.edit('footer', 'Made by hand')
    await keeper.flush()
    expect(keeper.state().failure).toBe('The disk is full.')
    expect(draft('footer')?.value).toBe('Made by hand')
    fail = undefined
    keeper.edit('related', 2)
    await keeper.flush()
    expect(saved).toEqual([{ footer: 'Made by hand', related: 2 }])
    expect(keeper.state()).toMatchObject({ failure: undefined, isSaving: false })
  })

  it('saves what is typed while a save is under way after it', async () => {
    keeper.edit('title', 'One')
    while (!keeper.state().isSaving) await Promise.resolve()
    keeper.edit('title', 'One two', true)
    while (keeper.state().isSaving) await Promise.resolve()
    expect(kept.title).toBe('One')
    expect(draft('title')?.value).toBe('One two')
    await keeper.flush()
    expect(kept.title).toBe('One two')
  })

  it('leaves the space that one has just typed in the field, and out of the library', async () => {
    keeper.edit('tagline', 'Notes on ', true)
    await keeper.flush()
    expect(kept.tagline).toBe('Notes on')
    expect(draft('tagline')?.value).toBe('Notes on ')
    expect(keeper.unsavedCount).toBe(0)
    keeper.leave('tagline')
    expect(draft('tagline')).toBeUndefined()
  })
})
