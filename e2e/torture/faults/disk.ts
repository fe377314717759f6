/**
 * Runs every path of writing on a disk whose n-th call fails, for every n up to where none does. It is bundled
 * with the sources and started under `failing-disk.c`: `disk.js FOLDER PLAN RESOURCES [PATH…]`. Prints a line
 * for each path, and one for each failure; ends with 1 when there was one.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Library, openLibrary } from '../../../src/library'
import { writePaths } from './paths.ts'
import { type Fault, FaultPlan } from './plan.ts'
import { mustBeNamed, stateOf } from './state.ts'

const faults: readonly Fault[] = [
  { error: 'io', lasts: false },
  { error: 'full', lasts: true },
]
/** Far more than any path calls: beyond it something goes round in circles. */
const mostCalls = 2000

const [folder = '', planFile = '', resources = '', ...asked] = process.argv.slice(2)
const plan = new FaultPlan(planFile)

class Disk {
  private library: Library
  private turn = 0
  private readonly at = join(folder, 'library')
  private readonly backup = join(folder, '..', 'before.longhand')

  constructor() {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    this.library = openLibrary(this.at, { create: true })
    for (let n = 0; n < 3; n++)
      this.library.createPost({
        title: `Post ${n}`,
        body: 'Some words. '.repeat(40),
        tags: ['one', 'two'],
        status: n ? 'published' : 'draft',
      })
  }

  async begin(): Promise<void> {
    const [post] = this.library.posts()
    if (post) this.library.history.mark(post.id, 'first')
    await this.library.backups.makeFile(this.backup)
  }

  /** Returns how many calls the path makes and a sentence for every failure. */
  async try(name: string, fault: Fault): Promise<{ calls: number; failures: string[] }> {
    const failures: string[] = []
    for (let at = 1; at < mostCalls; at++) {
      try {
        if (!(await this.once(name, fault, at))) return { calls: at - 1, failures }
      } catch (error) {
        plan.heal()
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
        failures.push(`${name}, ${fault.error}${fault.lasts ? ' for good' : ' once'} at call ${at}: ${what}`)
        if (failures.length >= 3) return { calls: at, failures }
        this.reopen()
      }
    }
    return { calls: mostCalls, failures: [...failures, `${name} never ends`] }
  }

  /** One run with a failure at call `at`. Returns whether it came to that call. */
  private async once(name: string, fault: Fault, at: number): Promise<boolean> {
    const path = writePaths[name]!
    this.turn++
    path.prepare?.(this.place())
    const before = stateOf(this.library)
    let thrown: unknown
    plan.failAt(at, fault)
    try {
      await path.run(this.place())
    } catch (error) {
      thrown = error
    }
    const calls = plan.heal()
    const left = stateOf(this.library)
    if (thrown !== undefined) {
      mustBeNamed(thrown)
      if (path.leaves === 'nothing' && left !== before) throw new Error('it failed and left something behind')
      // What a process that is killed now leaves must be there to open, as before or as it would have been.
      if (!fault.lasts) this.mustBeWhole(this.killedCopy())
      await path.run(this.place())
    } else {
      if (this.stateAt(this.killedCopy()) !== left)
        throw new Error('what was acknowledged is not on the disk')
    }
    this.mustBeWhole(this.library)
    if (at % 10 === 0) this.reopen()
    return calls >= at
  }

  private place() {
    const { library, turn, backup } = this
    const post = library.posts().find(({ title }) => !title.startsWith('Imported'))
    if (post === undefined) throw new Error('no post to edit')
    return { folder, library, turn, backup, resources, post: post.id }
  }

  /** The library as it would be found after a SIGKILL now. */
  private killedCopy(): string {
    const copy = join(folder, '..', 'copy')
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(copy)
    cpSync(this.at, copy, { recursive: true, filter: (file) => !file.endsWith('-shm') })
    return copy
  }

  private stateAt(at: string): string {
    const library = openLibrary(at)
    try {
      return stateOf(library)
    } finally {
      library.close()
    }
  }

  private mustBeWhole(library: Library | string): void {
    const opened = typeof library === 'string' ? openLibrary(library) : library
    try {
      const { problems } = opened.verify()
      if (problems.length > 0) throw new Error(`verify: ${problems.join('; ')}`)
    } finally {
      if (typeof library === 'string') opened.close()
    }
  }

  private reopen(): void {
    this.library.close()
    this.library = openLibrary(this.at)
  }

  close(): void {
    this.library.close()
  }
}

async function main(): Promise<void> {
  for (const name of asked.length > 0 ? asked : Object.keys(writePaths)) {
    let calls = 0
    for (const fault of faults) {
      const disk = new Disk()
      await disk.begin()
      const result = await disk.try(name, fault)
      disk.close()
      calls += result.calls
      for (const failure of result.failures) console.log(`FAILED ${failure}`)
      if (result.failures.length > 0) process.exitCode = 1
    }
    console.log(`${name}: ${calls} faults`)
  }
  plan.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 2
})
