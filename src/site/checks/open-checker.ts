import { Worker } from 'node:worker_threads'
import { LonghandError, type PostId } from '../../document'
import type { ThemeFinding } from '../themes/check-theme'
import type { CheckAnswer, CheckQuestion, Found } from './check-job'
import type { CheckJob, SiteChecker } from './checker'
import type { Finding } from './finding'

/** Checks a library's site without keeping the thread that a writer types on. */
export interface Checks {
  /** Everything that is on the site: the worst first, then post by post. Throws `theme` and what opening throws. */
  check(): Promise<Finding[]>
  /** One post, released or not, as it reads now. Throws as `check`. */
  checkPost(id: PostId): Promise<Finding[]>
  /** A theme that this library can have, which may be slow or broken: what is wrong with it. */
  checkTheme(name: string): Promise<ThemeFinding[]>
  /** Stops what is under way; it throws `cancelled`. */
  close(): Promise<void>
}

/** @param workerFile the built worker (`out/main/check-worker.js`); without it this thread does the work */
export function openChecks(job: CheckJob, workerFile: string | undefined): Checks {
  if (workerFile !== undefined) return new ChecksInWorker(job, workerFile)
  let made: Promise<SiteChecker> | undefined
  // What renders is loaded with the first question.
  const checker = () => {
    made ??= import('./checker').then(({ SiteChecker }) => new SiteChecker(job))
    return made
  }
  return {
    check: async () => (await checker()).check(),
    checkPost: async (id) => (await checker()).checkPost(id),
    checkTheme: async (name) => (await checker()).checkTheme(name),
    close: async () => undefined,
  }
}

/** What texts say is forgotten when nobody has asked for this long; it takes some kB a post. */
const idleMs = 120_000

interface Asked {
  readonly resolve: (found: Found) => void
  readonly reject: (error: unknown) => void
}

/** The worker starts with the first question, answers one after the other, and ends when it is left alone. */
class ChecksInWorker implements Checks {
  private worker: Worker | undefined
  private readonly asked = new Map<number, Asked>()
  private lastId = 0
  private idle: NodeJS.Timeout | undefined
  private isClosed = false

  constructor(
    private readonly job: CheckJob,
    private readonly workerFile: string,
  ) {}

  async check() {
    return [...(await this.ask({ kind: 'site' })).findings]
  }

  async checkPost(post: PostId) {
    return [...(await this.ask({ kind: 'post', post })).findings]
  }

  async checkTheme(name: string) {
    return [...(await this.ask({ kind: 'theme', name })).ofTheme]
  }

  async close() {
    this.isClosed = true
    await this.stop(cancelled())
  }

  private ask(question: CheckQuestion): Promise<Found> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) return reject(cancelled())
      clearTimeout(this.idle)
      const id = ++this.lastId
      this.asked.set(id, { resolve, reject })
      this.worker ??= this.start()
      this.worker.postMessage({ id, ...question })
    })
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile, { workerData: this.job })
    // An app that has nothing else to do may end.
    worker.unref()
    worker.on('message', (answer: CheckAnswer) => {
      const asked = this.asked.get(answer.id)
      this.asked.delete(answer.id)
      if (answer.kind === 'found') asked?.resolve(answer)
      else asked?.reject(new LonghandError(answer.code, answer.message, { cause: answer.cause }))
      if (this.asked.size === 0) this.idle = setTimeout(() => void this.stop(cancelled()), idleMs).unref()
    })
    worker.on('error', (cause) => {
      if (this.worker === worker) this.worker = undefined
      this.abandon(new LonghandError('io', 'The check failed. Try again in a moment.', { cause }))
    })
    return worker
  }

  /** It only reads, so it may be stopped at any moment. */
  private async stop(error: LonghandError): Promise<void> {
    clearTimeout(this.idle)
    const { worker } = this
    this.worker = undefined
    this.abandon(error)
    await worker?.terminate()
  }

  private abandon(error: LonghandError): void {
    for (const { reject } of this.asked.values()) reject(error)
    this.asked.clear()
  }
}

const cancelled = () => new LonghandError('cancelled', 'The check was cancelled.')
