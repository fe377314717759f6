import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { commandLine, runLonghand } from '../harness/command-line.ts'
import { root } from './bundle.ts'
import type { Random } from './random.ts'

const postsAtFirst = 60

/** A library that is written by the built command line alone, and a copy of it that nothing is done to but exporting. */
export class Blog {
  readonly library: string
  private readonly sources: string
  private readonly copy: string
  private readonly folder: string
  private posts = 0

  constructor(folder: string) {
    this.folder = folder
    this.library = join(folder, 'library')
    this.sources = join(folder, 'sources')
    this.copy = join(folder, 'copy')
  }

  /** Makes the library with its first posts. */
  async begin(random: Random): Promise<void> {
    mkdirSync(this.sources)
    cpSync(join(root, 'resources/starter'), this.sources, { recursive: true })
    while (this.posts < postsAtFirst) this.writePost(this.posts++, random)
    await this.longhand(['import', this.sources])
    await this.longhand(['site', 'baseUrl=https://example.org/blog/', 'author=Ana'])
  }

  /** Changes something that the site shows. */
  async edit(random: Random): Promise<void> {
    const kind = random.weigh({ rewrite: 50, add: 20, trash: 10, title: 10, theme: 10 })
    if (kind === 'title') await this.longhand(['site', `title=Blog ${random.below(1e6)}`])
    else if (kind === 'theme') await this.longhand(['site', `theme=${random.pick(['broadsheet', 'column'])}`])
    else if (kind === 'trash') await this.trash(random)
    else {
      const many = random.pick([1, 1, 1, 5, 25])
      for (let n = 0; n < many; n++)
        this.writePost(kind === 'add' ? this.posts++ : random.below(this.posts), random)
      await this.longhand(['import', this.sources])
    }
  }

  /** What the site of the library is, made without anything that is remembered of its pages, into a new folder. */
  async exportAfresh(out: string): Promise<void> {
    mkdirSync(this.copy, { recursive: true })
    // Pictures that were made stay: drawing them again takes most of the time.
    for (const name of readdirSync(this.copy))
      if (name !== 'cache') rmSync(join(this.copy, name), { recursive: true })
    for (const file of ['site.sqlite', 'highlights.sqlite'])
      rmSync(join(this.copy, 'cache', file), { force: true })
    const filter = (path: string) => path !== join(this.library, 'cache') && !path.endsWith('-shm')
    cpSync(this.library, this.copy, { recursive: true, filter })
    await this.longhand(['export', '--out', out], this.copy)
  }

  /** The program and arguments that export the library. */
  exportCommand(out: string): string[] {
    return [process.execPath, commandLine, '--library', this.library, 'export', '--out', out]
  }

  /** Damages what exports remember, or leaves it. Returns what was done. */
  damageCache(random: Random): string {
    const kind = random.weigh({
      nothing: 40,
      cut: 12,
      overwrite: 26,
      empty: 5,
      lose: 5,
      forget: 6,
      pictures: 6,
    })
    const cache = join(this.library, 'cache')
    const file = join(cache, random.pick(['site.sqlite', 'site.sqlite', 'highlights.sqlite']))
    if (kind === 'nothing' || !existsSync(file)) return 'nothing'
    const { size } = statSync(file)
    if (kind === 'cut') truncateSync(file, random.below(size))
    if (kind === 'overwrite') overwrite(file, random, 1 + random.below(5))
    if (kind === 'empty') truncateSync(file, 0)
    if (kind === 'lose') rmSync(file)
    if (kind === 'forget') rmSync(cache, { recursive: true })
    if (kind === 'pictures') {
      const made = readdirSync(join(cache, 'made')).map((name) => join(cache, 'made', name))
      for (const picture of made) if (random.fraction() < 0.3) overwrite(picture, random, 1)
    }
    return kind
  }

  private writePost(n: number, random: Random): void {
    const words = Array.from({ length: 20 + random.below(400) }, () => `word${random.below(3000)}`)
    const text = [
      `---\ntitle: Post ${n}\ndate: 2024-0${1 + (n % 9)}-1${n % 10}\ntags: [all, tag ${random.below(8)}]`,
      `${n % 5 === 0 ? `series: Series ${n % 3}\n` : ''}---`,
      words.join(' '),
      `## Part ${random.below(9)}`,
      `See [another](${random.below(this.posts + 1)}.md).`,
      `\`\`\`ts\nexport const answer: number = ${random.below(1e6)}\n\`\`\``,
    ]
    writeFileSync(join(this.sources, `${n}.md`), `${text.join('\n\n').replace(']\n\n', ']\n')}\n`)
  }

  private async trash(random: Random): Promise<void> {
    const { stdout } = await this.longhand(['--json', 'list'])
    const posts = JSON.parse(stdout) as { id: string }[]
    await this.longhand(['trash', random.pick(posts).id])
  }

  private async longhand(args: readonly string[], library = this.library) {
    const result = await runLonghand(library, args)
    if (result.code !== 0)
      throw new Error(`longhand ${args.join(' ')} (${basename(this.folder)}): ${result.stderr}`)
    return result
  }
}

/** Writes chance over so many places of a file. */
function overwrite(path: string, random: Random, places: number): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  for (let n = 0; n < places; n++) {
    const bytes = Buffer.from(Array.from({ length: random.pick([1, 16, 700]) }, () => random.below(256)))
    writeSync(file, bytes, 0, bytes.length, random.below(Math.max(1, size - bytes.length)))
  }
  closeSync(file)
}
