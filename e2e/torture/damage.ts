import {
  closeSync,
  cpSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../src/document'
import type { Library, RepairReport } from '../../src/library'

/** A source of chance, as `random.ts` makes it. */
interface Random {
  fraction(): number
  below(end: number): number
  pick<Value>(values: readonly Value[]): Value
}

type LibraryHouse = Pick<typeof import('../../src/library'), 'openLibrary' | 'repairFolder'>

/** What a post says, for comparison. */
type Face = string

/** A library that is whole, in a few states, and what it says. */
export interface Originals {
  /** Folders by what is special about them. */
  readonly states: Readonly<Record<string, string>>
  readonly truth: ReadonlyMap<PostId, Face>
  /** What each post said at any time. */
  readonly past: ReadonlyMap<PostId, ReadonlySet<Face | undefined>>
}

const damages = [
  'flip a bit',
  'flip 8 bits',
  'zero some bytes',
  'zero a page',
  'overwrite',
  'truncate',
] as const
type Damage = (typeof damages)[number]

/** How a case ended; everything but `wrong` is as it must be. */
const outcomes = [
  /** Opens, is found whole, and every text is what it was. */
  'harmless',
  /** Was refused or found damaged; after the repair nothing was missing. */
  'repaired whole',
  /** The same, and what is missing was named. */
  'named',
  /** Refused with a clear error, and the repair as well. */
  'refused',
  'wrong',
] as const
type Outcome = (typeof outcomes)[number]

export interface Case {
  readonly state: string
  readonly file: string
  readonly damage: Damage
  readonly outcome: Outcome
  /** What was wrong. */
  readonly reason?: string
}

const files = ['library.sqlite', 'library.sqlite-wal', 'library.sqlite-shm']

/** Makes a library of some tens of posts with a past, closed and as a kill leaves it, with and without a backup. */
export async function makeOriginals(house: LibraryHouse, folder: string, random: Random): Promise<Originals> {
  const path = join(folder, 'whole')
  const library = house.openLibrary(path, { create: true })
  const past = new Map<PostId, Set<Face | undefined>>()
  for (let index = 0; index < 24; index++) {
    const { id } = library.createPost({
      title: `Post ${index}`,
      tags: [`tag ${index % 5}`],
      status: index % 3 ? 'draft' : 'published',
    })
    write(library, id, 3 + random.below(8), random, past)
  }
  await library.backups.make('daily')
  for (const { id } of library.posts()) {
    if (random.below(2)) write(library, id, 1 + random.below(4), random, past)
    if (random.below(4) === 0) library.history.mark(id, 'marked')
    if (random.below(4) === 0) library.compact(id)
  }
  const since = library.createPost({ title: 'Since the backup', body: words(random, 200) })
  write(library, since.id, 0, random, past)
  const truth = new Map(library.posts().map(({ id }) => [id, faceOf(library, id) ?? '']))
  const keep = (name: string, withBackup: boolean) => {
    const target = join(folder, name)
    cpSync(path, target, { recursive: true })
    if (!withBackup) rmSync(join(target, 'backups'), { recursive: true })
    return target
  }
  const killed = { killed: keep('killed', false), 'killed, with backup': keep('killed-backup', true) }
  library.close()
  return {
    states: { ...killed, closed: keep('closed', false), 'closed, with backup': keep('closed-backup', true) },
    truth,
    past,
  }
}

function write(
  library: Library,
  id: PostId,
  edits: number,
  random: Random,
  past: Map<PostId, Set<Face | undefined>>,
): void {
  // Before it was born, it was not there.
  const faces = past.get(id) ?? new Set([undefined, faceOf(library, id)])
  past.set(id, faces)
  for (let edit = 0; edit < edits; edit++) {
    const body = library.post(id)?.body ?? ''
    library.setBody(id, `${body}${words(random, 5 + random.below(150))}\n\n`)
    faces.add(faceOf(library, id))
  }
}

const words = (random: Random, count: number) =>
  Array.from({ length: count }, () => `w${random.below(5000).toString(36)}`).join(' ')

/** Everything that a post says to the writer. */
function faceOf(library: Library, id: PostId): Face | undefined {
  const post = library.post(id)
  return JSON.stringify(
    post && [post.title, post.summary, post.body, post.tags, post.date, post.status, post.slug],
  )
}

/** Damages a copy of the library in one way and judges what becomes of it. The copy is made in `folder`. */
export async function runCase(
  house: LibraryHouse,
  originals: Originals,
  folder: string,
  random: Random,
): Promise<Case> {
  const state = random.pick(Object.keys(originals.states))
  const path = join(folder, 'case')
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
  cpSync(originals.states[state] ?? '', path, { recursive: true })
  const hasLog = state.startsWith('killed')
  const file = hasLog && random.below(3) > 0 ? 'library.sqlite-wal' : 'library.sqlite'
  const damage = random.pick(damages)
  inflict(join(path, file), damage, random)
  const described = { state, file, damage }
  try {
    return { ...described, outcome: await judge(house, path, originals) }
  } catch (error) {
    return {
      ...described,
      outcome: 'wrong',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

function inflict(file: string, damage: Damage, random: Random): void {
  const bytes = readFileSync(file)
  const at = random.below(bytes.length)
  if (damage === 'truncate') {
    const descriptor = openSync(file, 'r+')
    ftruncateSync(descriptor, at)
    closeSync(descriptor)
    return
  }
  if (damage === 'zero a page') bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096)
  else if (damage === 'zero some bytes') bytes.fill(0, at, at + 1 + random.below(600))
  else if (damage === 'overwrite')
    for (let index = 0; index < 64; index++) bytes[Math.min(at + index, bytes.length - 1)] = random.below(256)
  else
    for (let left = damage === 'flip a bit' ? 1 : 8; left > 0; left--) {
      const place = left === 1 ? at : random.below(bytes.length)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8))
    }
  writeFileSync(file, bytes)
}

async function judge(house: LibraryHouse, path: string, originals: Originals): Promise<Outcome> {
  const told = look(house, path, originals.truth)
  if (told === 'whole') return 'harmless'
  const before = told === 'refused' ? filesOf(path) : undefined
  let report: RepairReport
  try {
    report = await house.repairFolder(path)
  } catch (error) {
    mustBeClear(error, 'the repair')
    if (before !== undefined && before !== filesOf(path))
      throw new Error('the repair failed and changed the files')
    return 'refused'
  }
  if (!report.ok) throw new Error(`damage is left after the repair: ${report.problems.join('; ')}`)
  return compare(house, path, originals, report)
}

/** Opens, verifies, and reads everything. What is said to be whole must be what it was. */
function look(
  house: LibraryHouse,
  path: string,
  truth: ReadonlyMap<PostId, Face>,
): 'whole' | 'damaged' | 'refused' {
  let library: Library
  try {
    library = house.openLibrary(path)
  } catch (error) {
    mustBeClear(error, 'opening')
    return 'refused'
  }
  try {
    const { ok } = library.verify()
    for (const [id, face] of truth) {
      try {
        const shown = faceOf(library, id)
        if (ok && shown !== face)
          throw new Error(`post ${id} is said to be whole and reads\n${brief(shown, face)}`)
        library.openDraft(id)
      } catch (error) {
        if (ok || !isLonghandError(error)) throw error
      }
    }
    if (ok && library.posts().length !== truth.size) throw new Error('there are more posts than there were')
    return ok ? 'whole' : 'damaged'
  } finally {
    library.close()
  }
}

/** After a repair, each post is what it was, or was named. */
function compare(
  house: LibraryHouse,
  path: string,
  { truth, past }: Originals,
  report: RepairReport,
): Outcome {
  const named = new Map(
    report.repaired.filter(({ outcome }) => outcome !== 'whole').map((item) => [item.id, item]),
  )
  const library = house.openLibrary(path)
  try {
    const differing = [...truth].filter(([id, face]) => faceOf(library, id) !== face)
    for (const [id, face] of differing) {
      // What was cut off at the end leaves no name; then what is there must be what was there once.
      const isEarlier = named.has('') && past.get(id)?.has(faceOf(library, id))
      if (named.has(id) || isEarlier) continue
      throw new Error(`post ${id} was not named and reads\n${brief(faceOf(library, id), face)}`)
    }
    const foreign = [...library.posts(), ...library.posts({ trashed: true })].filter(
      ({ id }) => !truth.has(id),
    )
    if (foreign.length > 0)
      throw new Error(`posts that never were: ${foreign.map(({ id }) => id).join(', ')}`)
    return named.size === 0 ? 'repaired whole' : 'named'
  } finally {
    library.close()
  }
}

/** Where two texts begin to differ. */
function brief(shown: Face | undefined, wanted: Face): string {
  let at = 0
  while (at < wanted.length && shown?.[at] === wanted[at]) at++
  return `${shown?.slice(at, at + 100)} (of ${shown?.length}) at ${at}, not\n${wanted.slice(at, at + 100)} (of ${wanted.length})`
}

const isLonghandError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && error.name === 'LonghandError'

function mustBeClear(error: unknown, what: string): void {
  if (isLonghandError(error) && ['corrupt-library', 'not-a-library', 'newer-library'].includes(error.code))
    return
  throw new Error(
    `${what} failed without a clear error: ${error instanceof Error ? error.stack : String(error)}`,
  )
}

/** Sizes and first bytes, to see that a refusal changed nothing. */
function filesOf(path: string): string {
  return files.map((name) => statSync(join(path, name), { throwIfNoEntry: false })?.size ?? '-').join()
}

/** The cases as a table: what was done to which file, and how it ended. */
export function tableOf(cases: readonly Case[]): string {
  const rows = new Map<string, number[]>()
  for (const { file, damage, outcome } of cases) {
    const name = `${damage.padEnd(16)} ${file.replace('library.', '')}`
    const counts = rows.get(name) ?? outcomes.map(() => 0)
    counts[outcomes.indexOf(outcome)] = (counts[outcomes.indexOf(outcome)] ?? 0) + 1
    rows.set(name, counts)
  }
  const head = `${'damage'.padEnd(28)}${outcomes.map((name) => name.padStart(15)).join('')}`
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, counts]) => `${name.padEnd(28)}${counts.map((count) => String(count).padStart(15)).join('')}`,
    )
  const sums = outcomes.map((name) =>
    String(cases.filter(({ outcome }) => outcome === name).length).padStart(15),
  )
  return [head, ...lines, `${'all'.padEnd(28)}${sums.join('')}`].join('\n')
}
