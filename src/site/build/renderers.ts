import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import Piscina from 'piscina'
import { type ErrorCode, LonghandError, type PostId } from '../../document'
import { pointersIn } from '../anchors'
import type { Anchors } from '../references'
import type { PostFacts } from './facts'
import type { SiteRenderer, SiteSetup } from './site-renderer'

/** A page that was rendered, with its SHA-256 (hex). */
export interface RenderedPage {
  readonly bytes: Uint8Array
  readonly hash: string
}

export interface RenderedPostPage extends RenderedPage {
  readonly id: PostId
  readonly facts: Omit<PostFacts, 'digest' | 'pointers'>
  readonly pointers: readonly string[]
  readonly ids: readonly string[]
  readonly content: string | null
}

export type RenderTask =
  | { readonly kind: 'posts'; readonly posts: readonly PostJob[] }
  | { readonly kind: 'lists'; readonly lists: readonly ListJob[] }

/** A post to render: `wantsContent` when feeds need its text as well. */
interface PostJob {
  readonly id: PostId
  readonly source: string
  /** Those of the posts into which it points. */
  readonly anchors: Anchors
  readonly wantsContent: boolean
}

/** A list to render, with the beginnings of those of its posts that have no summary. */
export interface ListJob {
  readonly path: string
  readonly excerpts: ReadonlyMap<PostId, string>
}

/** The pages of a task, and what code was coloured for them that nobody had coloured before. */
export interface RenderResult {
  readonly pages: readonly RenderedPostPage[] | readonly RenderedPage[]
  readonly highlights: ReadonlyMap<string, string>
}

/** Renders one task. Equal tasks give equal bytes, in whatever thread. */
export function renderTask(site: SiteRenderer, task: RenderTask): RenderResult {
  const pages = task.kind === 'lists' ? renderLists(site, task.lists) : renderPosts(site, task.posts)
  return { pages, highlights: site.highlights.takeNew() }
}

function renderLists(site: SiteRenderer, lists: readonly ListJob[]): RenderedPage[] {
  return lists.map(({ path, excerpts }) => hashed(site.renderList(path, excerpts)))
}

function renderPosts(site: SiteRenderer, posts: readonly PostJob[]): RenderedPostPage[] {
  return posts.map(({ id, source, anchors, wantsContent }) => {
    const post = site.plan.byId.get(id)
    if (post === undefined) throw new Error(`the site has no post ${id}`)
    const { html, facts, ids, content } = site.renderPost(post, source, anchors)
    const pointers = [...new Set(pointersIn(source))]
    return { ...hashed(html), id, facts, pointers, ids, content: wantsContent ? content : null }
  })
}

function hashed(html: string): RenderedPage {
  const bytes = Buffer.from(html)
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** Does tasks, in this thread or in others. */
export interface Renderers {
  run(task: RenderTask): Promise<RenderResult>
  /** How many tasks may be on the way. */
  readonly most: number
  close(): Promise<void>
}

/** Renders in this thread: for a few pages, which would be done before another thread has started. */
export function renderHere(site: SiteRenderer): Renderers {
  return { run: async (task) => renderTask(site, task), most: 1, close: async () => undefined }
}

/** Each thread takes 60 MB; more than these would wait for the one that writes what they render. */
const mostThreads = 4
/** Tasks that a thread is given in advance, so that it has something to do while this one is busy. */
const inAdvance = 6
/** How long a thread may take for what it was given, in ms: a page takes milliseconds. */
const taskMs = 120_000
/** How much a thread may hold: a page has a few megabytes at most. */
const heapMegabytes = 512
/** Room for what a page needs for a moment: with less, much of it is kept for long by mistake. */
const youngMegabytes = 16
/**
 * Renders in a pool of threads, and in this one while they have enough to do: it has everything loaded, and each
 * further thread would have to load and compile it again.
 * @param file the built `render-worker.ts`
 * @param threads with this one, as many as the machine has cores when left out, up to four
 * @param signal ends the others at once, whatever they are at
 */
export function renderInThreads(
  file: string,
  site: SiteRenderer,
  threads = Math.min(availableParallelism(), mostThreads),
  signal?: AbortSignal,
): Renderers {
  const others = threads - 1
  if (others < 1) return renderHere(site)
  const pool = startPool(file, site.setup, others)
  // A thread that is busy hears nothing, and one that is ill may be busy for ever.
  let ended: Promise<void> | undefined
  // Once: a pool that is ended twice at a time starts threads again.
  const end = () => {
    ended ??= pool.destroy()
    return ended
  }
  const stop = () => void end()
  signal?.addEventListener('abort', stop, { once: true })
  let given = 0
  const hand = async (task: RenderTask) => {
    given++
    const answer = await within(taskMs, pool.run(task) as Promise<RenderAnswer>).finally(() => given--)
    if ('result' in answer) return answer.result
    throw new LonghandError(answer.code, answer.message, { cause: answer.cause })
  }
  return {
    run: async (task) => (given < others * inAdvance ? hand(task) : renderTask(site, task)),
    most: 2 * others * inAdvance + 2,
    async close() {
      signal?.removeEventListener('abort', stop)
      await end()
    },
  }
}

function startPool(file: string, setup: SiteSetup, threads: number): Piscina {
  return new Piscina({
    filename: file,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    concurrentTasksPerWorker: 2,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let watch: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const sentence = `The export was stopped: pages took longer than ${ms / 1000} s. What was there before is unchanged.`
    watch = setTimeout(() => reject(new LonghandError('theme', sentence)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(watch)
  }
}

/** What a thread answers: errors of ours would lose their code on the way. */
export type RenderAnswer =
  | { readonly result: RenderResult }
  | { readonly code: ErrorCode; readonly message: string; readonly cause: string }
