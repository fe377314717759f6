import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { Api } from '../../src/api'
import type { PostId } from '../../src/document'
import { type Library, openLibrary } from '../../src/library'
import type { Answer, Edit } from './model.ts'

/** Does edits by the calls of a screen; what no screen can ask for, on a second connection beside it. */
export class Editing {
  private readonly documents = new Map<string, Y.Doc>()
  private readonly api: Api
  private beside: Library | undefined

  constructor(api: Api) {
    this.api = api
  }

  async do(edit: Edit): Promise<Answer> {
    const { client } = this.api
    if (edit.kind === 'type') return this.type(edit)
    // Another edit than typing reaches an editor by its stream; here the document is opened again.
    if ('post' in edit) this.documents.delete(edit.post)
    else this.documents.clear()
    switch (edit.kind) {
      case 'create': {
        const { title, body, tags, status } = edit
        return { id: (await client.posts.create({ title, body, tags, status })).id }
      }
      case 'body':
        await client.posts.edit({ id: edit.post, body: edit.body })
        return {}
      case 'fields': {
        const { post, kind: _, ...fields } = edit
        await client.posts.set({ id: post, fields })
        return {}
      }
      case 'status':
        await client.posts.set({ id: edit.post, fields: { status: edit.status } })
        return {}
      case 'trash':
        await client.posts.trash({ id: edit.post })
        return {}
      case 'untrash':
        await client.posts.restore({ id: edit.post })
        return {}
      case 'mark':
        return { version: (await client.history.mark({ id: edit.post })).id }
      case 'restore': {
        const { before } = await client.history.restore({ id: edit.post, version: edit.version })
        return { version: before.id }
      }
      case 'update':
        await client.releases.update({ id: edit.post })
        return {}
      case 'discard':
        await client.releases.discard({ id: edit.post })
        return {}
      case 'bulk':
        await client.posts.bulk({
          ids: edit.posts,
          change: { addTags: [edit.add], removeTags: [edit.remove] },
        })
        return {}
      case 'renameTag':
        await client.tags.rename({ from: edit.from, to: edit.to })
        return {}
      case 'replaceAll': {
        const options = { matchesCase: true, wholeWords: false, isRegExp: false }
        const pattern = { find: edit.find, replace: edit.replace, ...options }
        const { posts } = await client.replacing.find({ pattern, limit: 5000 })
        await client.replacing.replace({ posts })
        return {}
      }
      case 'site':
        await client.site.set({ title: edit.title })
        return {}
      case 'asset': {
        const bytes = new TextEncoder().encode(edit.content)
        const { path } = await client.assets.add({ name: edit.name, bytes })
        return { path, hash: createHash('sha256').update(bytes).digest('hex') }
      }
      case 'emptyTrash':
        await client.trash.empty()
        return {}
      case 'search':
        await client.posts.search({ query: 'cache' })
        return {}
      case 'compact':
        this.second().compact(edit.post as PostId)
        return {}
      case 'rebuild':
        this.second().rebuildProjection()
        return {}
      case 'backup': {
        const file = join(this.api.libraryPath, '..', edit.name)
        for await (const event of await client.backups.make({ file }))
          if (event.kind === 'done') return { path: file }
        throw new Error('a backup ended without a result')
      }
      case 'restoreBackup':
        for await (const event of await client.backups.restore({ file: edit.file }))
          if (event.kind === 'done') return {}
        throw new Error('a restore ended without a result')
    }
  }

  /** Drops documents that hold an edit which was refused. */
  forget(): void {
    this.documents.clear()
  }

  close(): void {
    this.beside?.close()
  }

  private async type({ post, at, remove, insert }: Extract<Edit, { kind: 'type' }>): Promise<Answer> {
    const { client } = this.api
    const doc = this.documents.get(post) ?? new Y.Doc({ gc: false })
    if (!this.documents.has(post)) Y.applyUpdate(doc, (await client.drafts.open({ id: post })).state)
    this.documents.set(post, doc)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => {
      doc.getText('body').delete(at, remove)
      doc.getText('body').insert(at, insert)
    })
    await client.drafts.append({ id: post, update: Y.encodeStateAsUpdate(doc, before) })
    return {}
  }

  private second(): Library {
    this.beside ??= openLibrary(this.api.libraryPath)
    return this.beside
  }
}
