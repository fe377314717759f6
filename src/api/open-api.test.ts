import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Api, openApi } from './open-api'

const quiet = { info: () => undefined, error: () => undefined }
const folder = mkdtempSync(join(tmpdir(), 'longhand-api-'))
let api: Api | undefined
afterEach(async () => {
  await api?.close()
  rmSync(folder, { recursive: true, force: true })
})
const open = async (create = true) => {
  api = await openApi({
    libraryPath: join(folder, 'library'),
    create,
    resources: folder,
    siteWorker: join(folder, 'none.js'),
    shell: 'browser',
    version: '0.0.0',
    log: quiet,
  })
  return api
}

describe('openApi', () => {
  it('makes a library when asked, and its calls work in the same process', async () => {
    const { client } = await open()
    const post = await client.posts.create({ title: 'First', body: 'Hello' })
    expect(await client.posts.get({ id: post.id })).toMatchObject({ title: 'First', body: 'Hello' })
  })

  it('refuses a folder that is not a library unless asked to make one', async () => {
    await expect(open(false)).rejects.toMatchObject({ code: 'not-a-library' })
  })
})
