import { renameSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { LonghandError, newId, openDocument, readPost, type SiteId } from '../../document'
import { checkFile } from '../backup/check-file'
import { flushFile, flushFolder } from '../flush'
import { hashOf, type StoredVersion } from '../history'
import { BackupSources } from '../repair/backup-sources'
import type { Candidate } from '../repair/candidate'
import { nearestId } from '../repair/nearest-id'
import { newSite } from '../repair/new-site'
import { type RepairedDocument, repairDocument } from '../repair/repair-document'
import { asItem, type RepairItem } from '../repair/repair-library'
import { replay } from '../replay'
import { findAssets } from './find-assets'
import { isLogCut } from './inspect-log'
import { readPages } from './pages'
import { rebuild } from './rebuild'
import { type Salvage, salvage } from './salvage'
import { finishSwitch, recoveredName } from './switch-files'

export interface Recovered {
  /** What became of each post that isn't just as it was. */
  readonly items: readonly RepairItem[]
  /** The folder with the damaged files, as they were. */
  readonly setAside: string
}

/**
 * Makes a new database of what the pages of a damaged one allow, and of the newest backup, and puts it in its
 * place; the damaged files are moved into a folder beside it. Nothing is taken for true without its hash. The
 * library must not be open anywhere. Throws `corrupt-library` when nothing can be read, and then nothing was
 * changed.
 * @param now epoch ms
 */
export function recoverLibrary(folder: string, now: () => number): Recovered {
  const hasLostEnd = isLogCut(join(folder, 'library.sqlite'))
  const found = salvage(readPages(join(folder, 'library.sqlite')))
  const chosen = found.local.get('backup_folder')
  const sites = [...found.documents].filter(([, kind]) => kind === 'site').map(([id]) => id)
  const folders = [join(folder, 'backups'), ...(chosen === undefined ? [] : [chosen])]
  const backups = new BackupSources(folders, sites[0])
  const temporary = join(folder, `library.sqlite.recovering-${process.pid}`)
  try {
    const documents = putTogether(found, backups)
    if (!documents.some(({ kind, rows }) => kind === 'post' && rows.length > 0)) refuseEmpty(found, folder)
    rebuild(temporary, gather(folder, found, backups, withSite(documents)), now)
    check(temporary)
    renameSync(temporary, join(folder, recoveredName))
    flushFolder(folder)
    const setAside = finishSwitch(folder) ?? folder
    const items = documents.filter((it) => isWorthTelling(it, found)).map(asItem)
    if (found.isCut) items.push(lostWithoutTrace)
    if (hasLostEnd) items.push(lostAtTheEnd)
    return { items, setAside }
  } finally {
    backups.close()
    for (const end of ['', '-journal']) rmSync(`${temporary}${end}`, { force: true })
  }
}

const lostWithoutTrace: RepairItem = {
  id: '',
  title: '',
  outcome: 'parts-missing',
  message:
    'Pages of the database are missing. A post of which nothing at all was left, in the lists or in a backup, can’t be named here.',
}

const lostAtTheEnd: RepairItem = {
  id: '',
  title: '',
  outcome: 'parts-missing',
  message:
    'The end of the write-ahead log, where the last edits are, is gone: the last edits of any post may be missing.',
}

/** Every document that the library or its newest backup speaks of, but for those that were deleted for good. */
function putTogether(found: Salvage, backups: BackupSources): RepairedDocument[] {
  const kept = new Map(backups.documents().map(({ id, kind }) => [id, kind]))
  const ids = new Set([...found.documents.keys(), ...found.listed.keys(), ...found.traces, ...kept.keys()])
  const rows = new Map<string, Candidate[]>()
  for (const [draft, candidates] of found.updates) {
    const id = ids.has(draft) ? draft : (nearestId(draft, ids) ?? draft)
    rows.set(id, [...(rows.get(id) ?? []), ...candidates.map((row) => ({ ...row, draft: id }))])
    if (candidates.some(({ source }) => source.kind === 'library') && isId(id)) ids.add(id)
  }
  for (const id of found.purged.keys()) ids.delete(id)
  for (const { id } of backups.table('purged')) ids.delete(String(id))
  return [...ids].sort().map((id) => {
    const repaired = repairDocument(id, [...(rows.get(id) ?? []), ...backups.rows(id)])
    const kind = found.documents.get(id) ?? kept.get(id) ?? repaired.kind
    return judgeEnd({ ...repaired, kind }, found)
  })
}

/**
 * Hashes show that nothing is missing between two rows, not that nothing came after the last one. What the lists
 * and an index say of a document shows that, when it fits.
 */
function judgeEnd(repaired: RepairedDocument, found: Salvage): RepairedDocument {
  const last = repaired.rows.at(-1)
  if (last === undefined) return { ...repaired, title: found.listed.get(repaired.id)?.title ?? '' }
  const listed = found.listed.get(repaired.id)
  const lastSeq = found.lastSeq.get(repaired.id)
  const isListed =
    repaired.kind === 'site'
      ? lastSeq !== undefined
      : listed?.editedAt === last.at && listed.title === repaired.title && listed.words === repaired.words
  const isEnd = isListed && (lastSeq ?? 0) <= last.seq
  if (isEnd) return repaired.outcome === 'older' ? { ...repaired, outcome: 'whole' } : repaired
  if (repaired.outcome === 'older') return repaired
  return { ...repaired, outcome: 'parts-missing', mayLackEnd: true }
}

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** A library has settings, if need be new ones. */
function withSite(documents: readonly RepairedDocument[]): readonly RepairedDocument[] {
  const hasSite = documents.some(({ kind, rows }) => kind === 'site' && rows.length > 0)
  return hasSite ? documents : [...documents, newSite(newId<SiteId>())]
}

/** A document that came whole from the library's own pages is no news; one whose rows were damaged is. */
function isWorthTelling(repaired: RepairedDocument, found: Salvage): boolean {
  if (repaired.outcome !== 'whole' || repaired.fromBackups !== undefined || repaired.mended > 0) return true
  return !found.documents.has(repaired.id) && repaired.kind === 'post'
}

function gather(
  folder: string,
  found: Salvage,
  backups: BackupSources,
  documents: readonly RepairedDocument[],
) {
  return {
    documents,
    versions: [...found.versions.values(), ...backupVersions(backups)],
    assets: findAssets({
      folder,
      rows: found.assets,
      backupRows: backups.table('assets'),
      backupOriginals: backups.originals(),
      texts: textsOf(documents),
    }),
    imports: [
      ...found.imports,
      ...backups
        .table('imports')
        .map((row) => [row.root, row.path, row.post, row.file_hash, row.snapshot] as (string | Buffer)[]),
    ],
    purged: [...found.purged.values()],
    damaged: found.damaged,
    deviceName: found.local.get('device_name') ?? hostname(),
    backupFolder: found.local.get('backup_folder'),
  }
}

function backupVersions(backups: BackupSources): StoredVersion[] {
  return backups
    .table('versions')
    .map((row) => row as unknown as StoredVersion)
    .filter(({ hash, ...row }) => hashOf(row).equals(hash))
}

function* textsOf(documents: readonly RepairedDocument[]): Generator<string> {
  for (const { id, rows } of documents) {
    const doc = openDocument(id)
    replay(doc, rows)
    const { body, cover } = readPost(doc)
    yield body
    if (cover !== null) yield cover
    doc.destroy()
  }
}

function refuseEmpty(found: Salvage, folder: string): void {
  if (found.documents.size > 0 && [...found.documents.values()].every((kind) => kind === 'site')) return
  throw new LonghandError(
    'corrupt-library',
    `Nothing of the library ${folder} can be read, and no backup of it was found. It was left as it is; “longhand restore FILE --to DIR” makes a library of a backup kept elsewhere.`,
  )
}

/** The new database is whole, or it does not take the place of anything. */
function check(file: string): void {
  const [problem] = checkFile(file).problems
  if (problem !== undefined)
    throw new LonghandError('io', `What was recovered could not be written: ${problem}. Nothing was changed.`)
  flushFile(file)
}
