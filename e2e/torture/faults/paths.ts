import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { PostId } from '../../../src/document'
import { importFolder } from '../../../src/interchange'
import { type Library, openLibrary, openSnapshot, restoreFolder } from '../../../src/library'
import { exportSite } from '../../../src/site/export-site'

/** Where a path of writing works: an open library and a folder beside it on the same disk. */
interface Place {
  readonly folder: string
  readonly library: Library
  readonly resources: string
  /** A number that no call before had, so that each has something to write. */
  readonly turn: number
  /** The post that is edited. */
  readonly post: PostId
  /** A backup that was made before the disk began to fail, outside it. */
  readonly backup: string
}

/** One way by which the library, or something beside it, comes to be on the disk. */
export interface WritePath {
  /** `nothing`: the library reads as before when it failed. `parts`: what came before the failure may stay. */
  readonly leaves: 'nothing' | 'parts'
  /** What it needs to have something to write; the disk is whole then. */
  prepare?(place: Place): unknown
  run(place: Place): unknown
}

export const writePaths: Record<string, WritePath> = {
  append: {
    leaves: 'nothing',
    run: ({ library, post, turn }) => {
      const doc = new Y.Doc({ gc: false })
      Y.applyUpdate(doc, library.openDraft(post).state)
      const before = Y.encodeStateVector(doc)
      doc.getText('body').insert(0, `Typed ${turn}. `)
      return library.appendUpdate(post, Y.encodeStateAsUpdate(doc, before))
    },
  },
  edit: {
    leaves: 'nothing',
    run: ({ library, post, turn }) =>
      library.setBody(post, `Text ${turn}. ${'Long enough to fill pages. '.repeat(100)}`),
  },
  fields: {
    leaves: 'nothing',
    run: ({ library, post, turn }) =>
      library.setPost(post, {
        title: `Title ${turn}`,
        tags: [`tag ${turn}`],
        status: turn % 2 ? 'draft' : 'published',
      }),
  },
  create: {
    leaves: 'nothing',
    run: ({ library, turn }) => library.createPost({ title: `Born ${turn}`, body: 'Words. '.repeat(50) }),
  },
  site: { leaves: 'nothing', run: ({ library, turn }) => library.setSite({ title: `Site ${turn}` }) },
  batch: {
    leaves: 'nothing',
    run: ({ library, turn }) =>
      library.batch.change(
        library.posts().map(({ id }) => id),
        { addTags: [`all ${turn}`] },
      ),
  },
  tag: {
    leaves: 'nothing',
    run: ({ library, turn }) =>
      library.tagging.rename(library.tagging.list()[0]?.name ?? '', `renamed ${turn}`),
  },
  replacing: {
    leaves: 'nothing',
    prepare: ({ library, post, turn }) => library.setBody(post, `Sought ${turn} and sought`),
    run: ({ library, turn }) => {
      const pattern = {
        find: 'sought',
        replace: `found ${turn}`,
        matchesCase: false,
        wholeWords: true,
        isRegExp: false,
      }
      return library.replacing.replace(library.findMatches(pattern, 1000).posts)
    },
  },
  several: {
    leaves: 'nothing',
    // A part that fails and is caught must not tear what is one transaction.
    run: ({ library, post, turn }) =>
      library.transaction(() => {
        library.setBody(post, `First ${turn}`)
        try {
          library.transaction(() => library.createPost({ title: `Within ${turn}`, body: 'x'.repeat(9000) }))
        } catch (error) {
          if (turn % 2) throw error
        }
        library.setBody(post, `Second ${turn} ${'x'.repeat(9000)}`)
      }),
  },
  version: {
    leaves: 'nothing',
    run: ({ library, post, turn }) => library.history.mark(post, `Name ${turn}`),
  },
  restore: {
    leaves: 'nothing',
    prepare: ({ library, post, turn }) => library.setBody(post, `Before the restore ${turn}`),
    run: ({ library, post }) => library.history.restore(post, library.history.list(post).at(-1)?.id ?? ''),
  },
  release: {
    leaves: 'nothing',
    run: ({ library, post, turn }) =>
      library.transaction(() => {
        library.setPost(post, { status: 'published', summary: `Released ${turn}` })
        library.releases.update(post)
      }),
  },
  asset: {
    leaves: 'nothing',
    run: ({ library, turn }) => library.addAsset(Buffer.alloc(20_000, `asset ${turn}`), `file ${turn}.txt`),
  },
  compaction: {
    leaves: 'nothing',
    prepare: ({ library, post, turn }) => library.setBody(post, `Before compaction ${turn}`),
    run: ({ library, post }) => library.compact(post),
  },
  rebuild: { leaves: 'nothing', run: ({ library }) => library.rebuildProjection() },
  search: {
    leaves: 'parts',
    run: ({ library, post, turn }) => {
      library.setBody(post, `Sought ${turn}`)
      return library.search('sought')
    },
  },
  trash: {
    leaves: 'parts',
    run: ({ library, turn }) => {
      library.trashPost(library.createPost({ title: `Thrown ${turn}` }).id)
      library.trash.empty()
    },
  },
  opening: {
    leaves: 'nothing',
    run: ({ library }) => openLibrary(library.path).close(),
  },
  birth: {
    leaves: 'nothing',
    run: ({ folder }) => {
      const born = join(folder, 'born')
      try {
        openLibrary(born, { create: true }).close()
      } finally {
        rmSync(born, { recursive: true, force: true })
      }
    },
  },
  backup: {
    leaves: 'nothing',
    run: ({ library, folder }) => library.backups.makeFile(join(folder, 'backup.longhand')),
  },
  'restore of a backup': {
    leaves: 'nothing',
    run: async ({ folder, backup }) => {
      const restored = join(folder, 'restored')
      try {
        await restoreFolder(backup, restored)
        openLibrary(restored).close()
      } finally {
        rmSync(restored, { recursive: true, force: true })
      }
    },
  },
  import: {
    leaves: 'parts',
    run: async ({ library, folder, turn }) => {
      const source = join(folder, '..', 'source')
      mkdirSync(source, { recursive: true })
      for (let n = 0; n < 4; n++)
        writeFileSync(join(source, `post-${n}.md`), `---\ntitle: Imported ${n}\n---\n\nTurn ${turn}.\n`)
      const report = await importFolder(library, source)
      if (report.skipped.length > 0) throw report.skipped[0]
    },
  },
  export: {
    leaves: 'nothing',
    prepare: ({ library, post, folder, turn }) => {
      library.setPost(post, { status: 'published' })
      library.setBody(post, `Exported ${turn}`)
      library.releases.update(post)
      // A whole site by turns with a changed one.
      if (turn % 2) rmSync(join(folder, 'site'), { recursive: true, force: true })
    },
    run: async ({ library, folder, resources }) => {
      const snapshot = openSnapshot(library.path)
      try {
        await exportSite(snapshot, {
          out: join(folder, 'site'),
          libraryPath: library.path,
          themeFolder: join(resources, 'themes/broadsheet'),
        })
      } finally {
        snapshot.close()
      }
    },
  },
}
