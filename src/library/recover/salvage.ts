import { hashOf, type StoredVersion, type VersionRow } from '../history'
import { aRemnant, type Candidate, theLibrary } from '../repair/candidate'
import type { Pages } from './pages'
import type { Value } from './record'
import { type FoundRecord, scanPages } from './scan'

/** A row of a table whose rows carry no hash: values in the order of its columns. */
type PlainRow = readonly Value[]

/** What could be read of a library, page by page. */
export interface Salvage {
  /** Rows of the update log by document; they may be damaged. */
  readonly updates: ReadonlyMap<string, readonly Candidate[]>
  readonly documents: ReadonlyMap<string, 'post' | 'site'>
  /** Undamaged ones alone. */
  readonly versions: ReadonlyMap<string, StoredVersion>
  /** By hash. */
  readonly assets: ReadonlyMap<string, PlainRow>
  readonly imports: readonly PlainRow[]
  readonly purged: ReadonlyMap<string, PlainRow>
  readonly damaged: readonly PlainRow[]
  readonly local: ReadonlyMap<string, string>
  /** What the lists say of posts, by id. */
  readonly listed: ReadonlyMap<string, Listed>
  /** The highest number of an update of each document that an index speaks of. */
  readonly lastSeq: ReadonlyMap<string, number>
  /** Ids of posts that a list or an index speaks of. */
  readonly traces: ReadonlySet<string>
  /** Whether pages are missing, so that something may be gone without a trace. */
  readonly isCut: boolean
}

/** What a list says of a post: enough to tell whether its log is whole. */
interface Listed {
  readonly title: string
  readonly words: number
  readonly editedAt: number
}

/** The same, while it is being filled. */
interface Filling extends Salvage {
  readonly updates: Map<string, Candidate[]>
  readonly documents: Map<string, 'post' | 'site'>
  readonly versions: Map<string, StoredVersion>
  readonly assets: Map<string, PlainRow>
  readonly imports: PlainRow[]
  readonly purged: Map<string, PlainRow>
  readonly damaged: PlainRow[]
  readonly local: Map<string, string>
  readonly listed: Map<string, Listed>
  readonly lastSeq: Map<string, number>
  readonly traces: Set<string>
}

/** Reads everything on the pages of a library that has the shape of a row of ours. */
export function salvage(pages: Pages): Salvage {
  const found: Filling = {
    updates: new Map(),
    documents: new Map(),
    versions: new Map(),
    assets: new Map(),
    imports: [],
    purged: new Map(),
    damaged: [],
    local: new Map(),
    listed: new Map(),
    lastSeq: new Map(),
    traces: new Set<string>(),
    isCut: pages.isCut,
  }
  for (const record of scanPages(pages)) keep(found, record)
  forgetVersions(found)
  return found
}

/** An entry of the index of versions looks like a row of `purged`, but that the latter ends with a device. */
function forgetVersions({ purged, updates, local }: Filling): void {
  const devices = new Set([...updates.values()].flatMap((rows) => rows.map(({ device }) => device)))
  const own = local.get('device')
  if (own !== undefined) devices.add(own)
  for (const [id, [, , device]] of purged) if (!devices.has(String(device))) purged.delete(id)
}

function keep(found: Filling, { values, isLive }: FoundRecord): void {
  const update = asUpdate(values, isLive)
  if (update !== undefined) {
    const rows = found.updates.get(update.draft)
    if (rows === undefined) found.updates.set(update.draft, [update])
    else rows.push(update)
    return
  }
  if (!isLive) return
  const listed = asListed(values)
  if (listed !== undefined) found.listed.set(listed.id, listed)
  const trace = traceIn(values)
  if (trace !== undefined) found.traces.add(trace)
  if (isIndexed(values)) found.lastSeq.set(values[0], Math.max(values[1], found.lastSeq.get(values[0]) ?? 0))
  const version = asVersion(values)
  if (version !== undefined) found.versions.set(version.id, version)
  else if (isDocument(values)) found.documents.set(values[0], values[1])
  else if (isAsset(values)) found.assets.set(values[0], values)
  else if (isImport(values)) found.imports.push(values)
  else if (isPurged(values)) found.purged.set(values[0], values)
  else if (isDamaged(values)) found.damaged.push(values)
  else if (values.length === 2 && isText(values[0]) && isText(values[1]) && localNames.has(values[0]))
    found.local.set(values[0], values[1])
}

const localNames = new Set(['device', 'device_name', 'backup_folder'])
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const sha256 = /^[0-9a-f]{64}$/

const isText = (value: Value | undefined): value is string => typeof value === 'string'
const isId = (value: Value | undefined): value is string => isText(value) && uuid.test(value)
const isNumber = (value: Value | undefined): value is number => Number.isSafeInteger(value)
const isHash = (value: Value | undefined): value is Buffer => Buffer.isBuffer(value) && value.length === 32

/** `position` is the number of the row and stored as null; `link` and `format` came later. */
function asUpdate(values: readonly Value[], isLive: boolean): Candidate | undefined {
  const [position, draft, seq, at, device, bytes, hash, link = null, format = 1] = values
  if (position !== null || values.length < 7 || values.length > 9) return undefined
  if (!isText(draft) || !isNumber(seq) || !isNumber(at) || !isText(device)) return undefined
  if (!Buffer.isBuffer(bytes) || !isHash(hash) || (link !== null && !isHash(link))) return undefined
  const source = isLive ? theLibrary : aRemnant
  return { draft, seq, at, device, bytes, hash, link, format: format === 2 ? 2 : 1, source }
}

function asVersion(values: readonly Value[]): StoredVersion | undefined {
  if (values.length !== 10) return undefined
  const [id, draft, seq, at, device, kind, name, words, snapshot, hash] = values
  if (!isId(id) || !isText(draft) || !Buffer.isBuffer(snapshot) || !isHash(hash)) return undefined
  // Whatever its values are, its hash was made of them, and it was a version then.
  const row = { id, draft, seq, at, device, kind, name, words, snapshot } as unknown as VersionRow
  return hashOf(row).equals(hash) ? { ...row, hash } : undefined
}

function isDocument(values: readonly Value[]): values is [string, 'post' | 'site'] {
  return values.length === 2 && isId(values[0]) && (values[1] === 'post' || values[1] === 'site')
}

/** A row of `posts`, in the present format or the first. */
function asListed(values: readonly Value[]): (Listed & { id: string }) | undefined {
  const isFirstFormat = values.length === 16
  if (values[0] !== null || !isId(values[1]) || (values.length < 20 && !isFirstFormat)) return undefined
  const [title, words, editedAt] = isFirstFormat
    ? [values[4], values[10], values[14]]
    : [values[5], values[12], values[16]]
  if (!isText(title) || !isNumber(words) || !isNumber(editedAt)) return undefined
  return { id: values[1], title, words, editedAt }
}

/** The id in an entry of the indices of `posts` (time, id, number), or in a row of `sources` (id, body, extra). */
function traceIn([first, second, third, ...rest]: readonly Value[]): string | undefined {
  if (rest.length > 0) return undefined
  if (isNumber(first) && isId(second) && isNumber(third)) return second
  return isId(first) && isText(second) && isText(third) ? first : undefined
}

/** An entry of the index of `updates`: document, number, row. */
function isIndexed(values: readonly Value[]): values is [string, number, number] {
  return values.length === 3 && isId(values[0]) && isNumber(values[1]) && isNumber(values[2])
}

/** The name of an original holds the beginning of its hash. */
function isAsset(values: readonly Value[]): values is [string, ...Value[]] {
  const [hash, path, type, size] = values
  return (
    (values.length === 7 || values.length === 8) &&
    isText(hash) &&
    sha256.test(hash) &&
    isText(path) &&
    path.startsWith('media/') &&
    path.includes(hash.slice(0, 12)) &&
    isText(type) &&
    isNumber(size)
  )
}

function isImport(values: readonly Value[]): boolean {
  const [root, path, post, fileHash, snapshot] = values
  return (
    values.length === 5 &&
    isText(root) &&
    isText(path) &&
    isId(post) &&
    isText(fileHash) &&
    sha256.test(fileHash) &&
    Buffer.isBuffer(snapshot)
  )
}

function isPurged(values: readonly Value[]): values is [string, ...Value[]] {
  return values.length === 3 && isId(values[0]) && isNumber(values[1]) && isId(values[2])
}

function isDamaged(values: readonly Value[]): boolean {
  const [draft, seq, at, device, bytes, hash, foundAt] = values
  return (
    values.length === 7 &&
    isText(draft) &&
    isNumber(seq) &&
    isNumber(at) &&
    isText(device) &&
    Buffer.isBuffer(bytes) &&
    Buffer.isBuffer(hash) &&
    isNumber(foundAt)
  )
}
