import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Blog } from './blog.ts'
import { quickFolder } from './places.ts'
import { mixSeeds, type Random, seeded } from './random.ts'
import {
  assertNoHalfFile,
  assertWhole,
  differing,
  isStaging,
  isSwitching,
  leftovers,
  noSite,
  readAsReader,
  readSite,
  type Site,
} from './standing-site.ts'

export interface ExportKillOptions {
  readonly kills: number
  readonly seed: number
  readonly onProgress?: (done: number) => void
}

/** What a run came to. `mixes` say where a folder was neither the old site nor the new, or a reader got something else. */
export interface ExportKillResult {
  readonly kills: number
  readonly mixes: readonly string[]
  /** How often the process died before it wrote, while it staged, while it switched, and when the new site stood. */
  readonly within: Readonly<Record<string, number>>
  /** How often what exports remember was damaged before one of them, by kind. */
  readonly damages: Readonly<Record<string, number>>
}

/**
 * Changes a library, exports it, and kills the export, until there were so many kills; after each the folder must be a site
 * that was exported before or the new one, as an export into a new folder makes it. What exports remember in
 * the library is damaged on the way. Stops at the first mix and leaves everything there to be looked at.
 */
export async function runExportKills(options: ExportKillOptions): Promise<ExportKillResult> {
  const folder = quickFolder()
  const result = await new Run(folder, options).run()
  if (result.mixes.length === 0) rmSync(folder, { recursive: true })
  return result
}

class Run {
  private readonly blog: Blog
  private readonly out: string
  private readonly within: Record<string, number> = {}
  private readonly damages: Record<string, number> = {}
  private readonly mixes: string[] = []
  /** What may stand in the folder: what stood there last for certain, and each site that was on the way since. */
  private sites: readonly Site[] = [noSite]
  /** How long an export takes on this machine. */
  private typicalMs = 1500

  private readonly folder: string
  private readonly options: ExportKillOptions

  constructor(folder: string, options: ExportKillOptions) {
    this.folder = folder
    this.options = options
    this.blog = new Blog(folder)
    this.out = join(folder, 'site')
  }

  async run(): Promise<ExportKillResult> {
    const { seed, onProgress } = this.options
    await this.blog.begin(seeded(seed))
    let kills = 0
    for (let round = 0; kills < this.options.kills && this.mixes.length === 0; round++) {
      try {
        if (await this.round(seeded(mixSeeds(seed, round)))) kills++
      } catch (error) {
        this.mixes.push(`round ${round} of seed ${seed}: ${error} (left in ${this.folder})`)
      }
      onProgress?.(kills)
    }
    const { mixes, within, damages } = this
    return { kills, mixes, within, damages }
  }

  /** One change and its export, killed unless it ends before. Returns whether it was killed. */
  private async round(random: Random): Promise<boolean> {
    await this.blog.edit(random)
    const newest = await this.newest()
    this.sites = [...this.sites, newest]
    const wasKilled = (await this.export(random, this.aim(random))) === 'killed'
    if (wasKilled) this.lookAtWhatIsLeft()
    // Some are followed by a change before the next export.
    if (wasKilled && random.fraction() < 0.5) return true
    if (wasKilled) await this.export(random, undefined)
    this.assertNewest(newest)
    if (random.fraction() < 0.06) {
      rmSync(this.out, { recursive: true })
      this.sites = [noSite]
    }
    return wasKilled
  }

  private async newest(): Promise<Site> {
    const fresh = join(this.folder, 'fresh')
    rmSync(fresh, { recursive: true, force: true })
    await this.blog.exportAfresh(fresh)
    assertWhole(fresh)
    return readSite(fresh)
  }

  /** When a kill falls: so many ms after the process has started, or after it was seen at something. */
  private aim(random: Random): Aim {
    const at = random.weigh({ start: 40, staging: 20, switching: 40 })
    const within = { start: this.typicalMs * 1.1, staging: 120, switching: 25 }[at]
    return { at, afterMs: random.fraction() * within }
  }

  /** Exports into the folder, while somebody reads it; without an aim to the end. */
  private async export(random: Random, aim: Aim | undefined): Promise<'killed' | 'done'> {
    const damage = this.blog.damageCache(random)
    this.damages[damage] = (this.damages[damage] ?? 0) + 1
    const started = performance.now()
    const exporting = startExport(this.blog.exportCommand(this.out))
    const paths = this.sites.flatMap((site) => [...site.keys()])
    let due = aim?.at === 'start' ? started + aim.afterMs : undefined
    while (!exporting.isOver) {
      if (due === undefined && aim !== undefined && this.isAt(aim.at)) due = performance.now() + aim.afterMs
      if (due !== undefined && performance.now() >= due) exporting.kill()
      // Which one is read hangs on the time, and so need not be seeded.
      const path = paths[Math.floor(Math.random() * paths.length)]
      if (path !== undefined) readAsReader(this.out, path, this.sites)
      await wait(1)
    }
    const ending = await exporting.ended
    if (ending === 'SIGKILL') return 'killed'
    if (ending !== 0) throw new Error(`the export ended with ${ending} (cache: ${damage}): ${exporting.said}`)
    this.typicalMs = 0.8 * this.typicalMs + 0.2 * (performance.now() - started)
    return 'done'
  }

  private isAt(place: Aim['at']): boolean {
    return place === 'staging' ? isStaging(this.out) : isSwitching(this.out)
  }

  /** Throws unless the folder is one of the sites, or is on the way between them with a journal that says so. */
  private lookAtWhatIsLeft(): void {
    if (isSwitching(this.out)) {
      this.count('switching')
      assertNoHalfFile(this.out, this.sites)
      return
    }
    const standing = readSite(this.out)
    const index = this.sites.findLastIndex((site) => differing(site, standing).length === 0)
    if (index < 0) {
      const wrong = this.sites.map((site) => differing(site, standing).slice(0, 9).join(', '))
      throw new Error(`neither the old site nor the new: it differs in ${wrong.join(' and in ')}`)
    }
    assertWhole(this.out)
    const isDone = index === this.sites.length - 1 && index > 0
    this.count(isDone ? 'done' : isStaging(this.out) ? 'staging' : 'before')
    this.sites = this.sites.slice(index)
  }

  /** Throws unless the folder is what an export into a new one has made, and nothing else is left. */
  private assertNewest(newest: Site): void {
    const wrong = differing(readSite(this.out), newest)
    if (wrong.length > 0)
      throw new Error(`the export differs from one into a new folder in ${wrong.join(', ')}`)
    const left = leftovers(this.out)
    if (left.length > 0) throw new Error(`the export left ${left.join(', ')}`)
    this.sites = [newest]
  }

  private count(where: string): void {
    this.within[where] = (this.within[where] ?? 0) + 1
  }
}

interface Aim {
  readonly at: 'start' | 'staging' | 'switching'
  readonly afterMs: number
}

interface Exporting {
  readonly isOver: boolean
  /** What it wrote to its standard error. */
  readonly said: string
  readonly ended: Promise<NodeJS.Signals | number>
  kill(): void
}

function startExport([program = '', ...args]: readonly string[]): Exporting {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const exporting = {
    isOver: false,
    said: '',
    // Not `close`: what it has started itself may hold its pipes open for a moment longer.
    ended: new Promise<NodeJS.Signals | number>((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code, signal) => {
        exporting.isOver = true
        resolve(signal ?? code ?? 1)
      })
    }),
    kill: () => void child.kill('SIGKILL'),
  }
  child.stderr.on('data', (chunk) => {
    exporting.said += chunk
  })
  return exporting
}
