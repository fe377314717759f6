import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type { PostId } from '../../src/document'
import type { Library } from '../../src/library'
import { type Bundle, root } from './bundle.ts'
import type { CoOrder, CoReport } from './co-writer.ts'
import { quickFolder } from './places.ts'

/**
 * Two processes edit one post and the settings of one site at once, `edits` in all. Returns sentences about what
 * is wrong afterwards: a word that was acknowledged and is missing or doubled, a process that reads another
 * text, lists that differ from what is built again from the log.
 */
export async function runTogether(bundle: Bundle, edits: number, seed: number): Promise<string[]> {
  const folder = quickFolder()
  const path = join(folder, 'library')
  const library = bundle.library.openLibrary(path, { create: true })
  const { id } = library.createPost({ title: 'Written by two' })
  const writers = ['A', 'B'].map(
    (name, n) =>
      new CoWriter(bundle, {
        library: path,
        resources: join(root, 'resources'),
        name,
        seed: seed + n,
        post: id,
        edits: edits / 2,
      }),
  )
  await Promise.all(writers.map((writer) => writer.done))
  const { seq } = library.openDraft(id)
  const seen = await Promise.all(writers.map((writer) => writer.settle(seq)))
  const problems = [...problemsOf(library, id, writers, seen)]
  library.close()
  if (problems.length === 0) rmSync(folder, { recursive: true })
  return problems
}

function* problemsOf(library: Library, id: PostId, writers: readonly CoWriter[], seen: readonly Sight[]) {
  const body = library.post(id)?.body ?? ''
  for (const { name, words } of writers) {
    for (const word of words) {
      const times = body.split(word).length - 1
      if (times !== 1) yield `${word}, which ${name} was told is saved, is there ${times} times`
    }
  }
  const wanted = writers.reduce((sum, { words }) => sum + words.size, 0)
  if (body.match(/<[AB]\d+>/g)?.length !== wanted) yield 'a word that was removed is there'
  const site = library.site()
  for (const [n, sight] of seen.entries()) {
    if (sight.text !== body) yield `process ${n} reads another text than the library has`
    if (!isDeepStrictEqual(JSON.parse(sight.site), site))
      yield `process ${n} reads other settings of the site`
  }
  yield* library.verify().problems
  const listed = () => [library.posts(), library.post(id), library.site(), library.tagging.list()]
  const before = listed()
  library.rebuildProjection()
  if (!isDeepStrictEqual(listed(), before)) yield 'the lists differ from what is built again from the log'
}

type Sight = Extract<CoReport, { kind: 'sees' }>

/** The other side of `co-writer.ts`. */
class CoWriter {
  readonly name: string
  /** Its words that must be in the text. */
  readonly words = new Set<string>()
  readonly done: Promise<void>
  private readonly process
  private readonly seen: Promise<Sight>

  constructor(bundle: Bundle, order: CoOrder) {
    this.name = order.name
    this.process = spawn(process.execPath, [bundle.coWriter], {
      stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
      env: { ...process.env, ...bundle.env },
    })
    const done = Promise.withResolvers<void>()
    const seen = Promise.withResolvers<Sight>()
    this.done = done.promise
    this.seen = seen.promise
    const fail = (reason: string) => {
      done.reject(new Error(`process ${order.name} failed: ${reason}`))
      seen.reject(new Error(`process ${order.name} failed: ${reason}`))
    }
    this.seen.catch(() => undefined) // Told by `done` as well.
    this.listen((report) => {
      if (report.kind === 'saved') {
        this.words.add(report.word)
        if (report.removed !== undefined) this.words.delete(report.removed)
      } else if (report.kind === 'done') done.resolve()
      else if (report.kind === 'sees') seen.resolve(report)
      else fail(report.text)
    })
    this.process.on('close', (code) => fail(`ended with ${code}`))
    this.process.stdin?.write(`${JSON.stringify(order)}\n`)
  }

  /** What it reads once it has every update up to `seq`. */
  settle(seq: number): Promise<Sight> {
    this.process.stdin?.end(`${JSON.stringify({ seq })}\n`)
    return this.seen
  }

  private listen(hear: (report: CoReport) => void): void {
    let rest = ''
    const reports = this.process.stdio[3] as Readable
    reports.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(JSON.parse(line) as CoReport)
    })
  }
}
