import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../../src/library'
import { type Bundle, root } from './bundle.ts'
import { describeEdit, findOutcome } from './check.ts'
import { Child } from './child.ts'
import { applyEdit, type Edit, emptyModel, type Model } from './model.ts'
import { readOldLibrary } from './old-library.ts'
import { folderOnDisk, quickFolder } from './places.ts'
import { mixSeeds, type Random, seeded } from './random.ts'

export interface KillOptions {
  readonly kills: number
  readonly seed: number
  readonly onProgress?: (done: number) => void
}

/** What a run of kills came to. `failures` say what was lost or damaged, with the round and the place of the library. */
export interface KillResult {
  readonly kills: number
  readonly failures: readonly string[]
  readonly acknowledged: number
  /** How often the process died within an edit of each kind, or while it opened or closed the library. */
  readonly within: Readonly<Record<string, number>>
}

/** Rounds that one library lives through before the next begins, from nothing or from an older format. */
const roundsPerLife = 15
/** Edits in one round; a round that is not killed before ends by closing the library. */
const editsPerRound = 40

/**
 * Writes into libraries, is killed, opens them again and compares with what was acknowledged, until there were
 * so many kills. Stops at the first failure and leaves the library there to be looked at.
 */
export async function runKills(bundle: Bundle, options: KillOptions): Promise<KillResult> {
  const folders = [folderOnDisk(), quickFolder()]
  const result = await new Run(bundle, options, folders).run()
  if (result.failures.length === 0) for (const folder of folders) rmSync(folder, { recursive: true })
  return result
}

type Phase = 'opening' | 'editing' | 'closing'

/** How long the phases of a writer take on this machine, ms, so that kills fall everywhere in them. */
class Pace {
  private readonly typicalMs: Record<Phase, number> = { opening: 30, editing: 2, closing: 15 }

  learn(phase: Phase, ms: number): void {
    this.typicalMs[phase] = 0.9 * this.typicalMs[phase] + 0.1 * ms
  }

  of(phase: Phase): number {
    return this.typicalMs[phase]
  }
}

class Run {
  private acknowledged = 0
  private readonly within: Record<string, number> = {}
  private readonly failures: string[] = []
  private readonly waiting: Child[] = []
  private library = ''
  private model: Model = emptyModel
  private readonly pace = new Pace()

  private readonly bundle: Bundle
  private readonly options: KillOptions
  private readonly folders: readonly string[]

  constructor(bundle: Bundle, options: KillOptions, folders: readonly string[]) {
    this.bundle = bundle
    this.options = options
    this.folders = folders
  }

  async run(): Promise<KillResult> {
    let kills = 0
    for (let round = 0; kills < this.options.kills && this.failures.length === 0; round++) {
      const random = seeded(mixSeeds(this.options.seed, round))
      if (round % roundsPerLife === 0) this.beginLife(round)
      try {
        if (await this.round(round, random)) kills++
      } catch (error) {
        this.failures.push(`round ${round} of seed ${this.options.seed}: ${error} (left in ${this.library})`)
      }
      this.options.onProgress?.(kills)
    }
    for (const child of this.waiting) child.kill()
    const { acknowledged, within, failures } = this
    return { kills, failures, acknowledged, within }
  }

  /** A folder without a library, or one with a library that an older Longhand made. */
  private beginLife(round: number): void {
    if (this.library !== '') rmSync(this.library, { recursive: true, force: true })
    const life = round / roundsPerLife
    // One life in four on the disk.
    const folder = (life % 4 > 0 && this.folders[1]) || this.folders[0]
    this.library = join(folder ?? '', `life-${life}`)
    this.model = emptyModel
    if (life % 2 === 1) this.model = readOldLibrary(this.library)
  }

  /** One writer, until it is killed or done. Returns whether it was killed. */
  private async round(round: number, random: Random): Promise<boolean> {
    const isFirst = round % roundsPerLife === 0
    // Some processes are killed while another has the library open, as the app and the command line do.
    const beside = !isFirst && random.fraction() < 0.25 ? this.open() : undefined
    const child = this.nextChild()
    const aim = this.aim(random, isFirst)
    let acknowledged = this.model
    let pending: Edit | undefined
    let phase = 'opening' as Phase
    let edits = 0
    let since = performance.now()
    let timer: NodeJS.Timeout | undefined
    const reach = (next: Phase) => {
      const now = performance.now()
      this.pace.learn(phase, now - since)
      since = now
      phase = next
      if (timer !== undefined || phase !== aim.phase || edits < aim.edits) return
      timer = setTimeout(() => child.kill(), random.fraction() * 1.2 * this.pace.of(phase))
    }
    const order = {
      library: this.library,
      resources: join(root, 'resources'),
      seed: mixSeeds(this.options.seed ^ 0x5eed, round),
      model: this.model,
      edits: editsPerRound,
    }
    reach('opening')
    const ending = await child.write(order, (report) => {
      if (report.kind === 'opened') reach('editing')
      if (report.kind === 'before') pending = report.edit
      if (report.kind !== 'after' || pending === undefined) return
      acknowledged = applyEdit(acknowledged, pending, report.answer)
      pending = undefined
      edits++
      reach(edits === editsPerRound ? 'closing' : 'editing')
    })
    clearTimeout(timer)
    this.acknowledged += edits
    if (typeof ending === 'object') throw new Error(`the writer failed: ${ending.failed}`)
    const where = pending?.kind ?? (phase === 'editing' ? 'between edits' : phase)
    if (ending === 'killed') this.within[where] = (this.within[where] ?? 0) + 1
    this.check(random, beside, acknowledged, pending)
    return ending === 'killed'
  }

  /** Where in a round the kill falls: while the library is opened or closed, or after so many edits. */
  private aim(random: Random, isFirst: boolean): { phase: Phase; edits: number } {
    const phase = random.weigh({ opening: isFirst ? 80 : 6, editing: 86, closing: 8 })
    return { phase, edits: phase === 'editing' ? random.below(editsPerRound) : 0 }
  }

  /** Opens what the process left, compares, and lets the library check itself. */
  private check(
    random: Random,
    beside: Library | undefined,
    acknowledged: Model,
    pending: Edit | undefined,
  ): void {
    const after = pending && applyEdit(acknowledged, pending, undefined)
    // Sometimes only a copy is opened, so that the next writer is the first to see what the killed one left.
    const looksAtCopy = beside === undefined && random.fraction() < 0.3
    const place = looksAtCopy ? this.copy() : this.library
    const library = beside ?? this.open(place)
    try {
      this.model = findOutcome(library, acknowledged, after)
      const { problems } = library.verify()
      if (problems.length > 0) throw new Error(`verify: ${problems.join('; ')}`)
    } catch (error) {
      const cut = pending ? ` The edit that was cut off: ${describeEdit(pending)}` : ''
      throw new Error(`${error instanceof Error ? error.message : error}${cut}`, { cause: error })
    } finally {
      library.close()
      if (looksAtCopy) rmSync(place, { recursive: true })
    }
  }

  private open(place = this.library): Library {
    return this.bundle.library.openLibrary(place, { create: true })
  }

  private copy(): string {
    const place = `${this.library}-copy`
    mkdirSync(this.library, { recursive: true })
    cpSync(this.library, place, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    return place
  }

  /** Starting Node takes longer than a round: the next one starts while this one works. */
  private nextChild(): Child {
    const start = () => new Child([process.execPath, this.bundle.writer], this.bundle.env)
    const child = this.waiting.shift() ?? start()
    while (this.waiting.length < 2) this.waiting.push(start())
    return child
  }
}
