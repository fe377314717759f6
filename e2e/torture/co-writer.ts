/**
 * One of two programs that edit the same post and the settings of the site at once, as the app and the command
 * line may. It reads an `CoOrder` and writes to descriptor 3 every word it was told is saved; when it is told how
 * far the other came, it waits until its own document has everything and says how that reads. Bundled with the
 * sources (`bundle.ts`).
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import * as Y from 'yjs'
import { type Client, openApi } from '../../src/api'
import type { PostId } from '../../src/document'
import { openLibrary } from '../../src/library'
import { seeded } from './random.ts'

export interface CoOrder {
  readonly library: string
  readonly resources: string
  readonly name: string
  readonly seed: number
  readonly post: string
  readonly edits: number
}

export type CoReport =
  | { readonly kind: 'saved'; readonly word: string; readonly removed: string | undefined }
  | { readonly kind: 'done' | 'failed'; readonly text: string }
  | { readonly kind: 'sees'; readonly text: string; readonly site: string }

const silent = { info: () => undefined, error: () => undefined }

function report(line: CoReport): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let written = 0; written < bytes.length; ) written += writeSync(3, bytes, written)
}

async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value as string)
  const order = (await next()) as CoOrder
  const { library, resources } = order
  const api = await openApi({
    libraryPath: library,
    resources,
    siteWorker: '',
    shell: 'browser',
    version: '0.0.0',
    log: silent,
  })
  const editor = new Editor(api.client, order)
  const following = editor.follow()
  await editor.write()
  report({ kind: 'done', text: '' })
  const { seq } = (await next()) as { seq: number }
  const text = await editor.waitFor(seq)
  report({ kind: 'sees', text, site: JSON.stringify(await api.client.site.get()) })
  await api.close()
  await following
}

/** An editor with a document of its own, which follows what the other commits. */
class Editor {
  private readonly client: Client
  private readonly order: CoOrder
  private readonly doc = new Y.Doc({ gc: false })
  private seq = 0

  constructor(client: Client, order: CoOrder) {
    this.client = client
    this.order = order
  }

  async follow(): Promise<void> {
    const changes = await this.client.drafts.changes({ id: this.order.post, after: 0 })
    for await (const { seq, update } of changes) {
      Y.applyUpdate(this.doc, update)
      this.seq = seq
    }
  }

  async write(): Promise<void> {
    const { name, seed, edits, post } = this.order
    const random = seeded(seed)
    const mine: string[] = []
    const beside = openLibrary(this.order.library)
    for (let n = 0; n < edits; n++) {
      if (n % 10 === 9)
        await this.save(() =>
          this.client.site.set({ [random.pick(['title', 'author', 'tagline'])]: `${name}${n}` }),
        )
      if (n % 97 === 96) await this.save(async () => beside.compact(post as PostId))
      const word = `<${name}${n}>`
      const removed = random.fraction() < 0.3 ? mine.pop() : undefined
      const update = this.type(word, removed, random.fraction())
      await this.save(() => this.client.drafts.append({ id: post, update }))
      mine.push(word)
      report({ kind: 'saved', word, removed })
      // Lets what the other wrote come in.
      if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    beside.close()
  }

  /** Waits until update `seq` has come by the stream, and reads the document. */
  async waitFor(seq: number): Promise<string> {
    while (this.seq < seq) await new Promise((resolve) => setTimeout(resolve, 20))
    return this.doc.getText('body').toString()
  }

  private type(word: string, removed: string | undefined, where: number): Uint8Array {
    const body = this.doc.getText('body')
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => {
      const text = body.toString()
      const at = removed === undefined ? -1 : text.indexOf(removed)
      if (removed !== undefined && at >= 0) body.delete(at, removed.length)
      // Between words, never inside one: so that each word can be looked for whole.
      const end = body.toString().indexOf('<', Math.floor(where * body.length))
      body.insert(end < 0 ? body.length : end, word)
    })
    return Y.encodeStateAsUpdate(this.doc, before)
  }

  /** As a screen does: what could not be saved because the other had the library is tried again. */
  private async save(work: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await work()
        return
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'busy')) throw error
      }
    }
  }
}

main().catch((error: unknown) => {
  report({ kind: 'failed', text: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  process.exit(1)
})
