import { type Candidate, follows, hashAfter, isRoot, isWholeDocument, keyOf, type Source } from './candidate'
import { mendRow } from './mend-row'

/** A place in the log for which there is no undamaged row. */
export interface Gap {
  readonly seq: number
  /** What the row after it follows, as far as that is known. */
  readonly link: Buffer | undefined
  /** The row that stood there. */
  readonly damaged: Candidate | undefined
}

/** The log of one document, put together from all that was found of it. */
export interface Assembly {
  /** Undamaged rows, by number. */
  readonly rows: readonly Candidate[]
  readonly gaps: readonly Gap[]
  /** Rows of the library that are damaged and could not be mended. */
  readonly damaged: readonly Candidate[]
  /** Whether it ends with a row of a backup, and nothing shows that the library's own end is that row. */
  readonly isOlder: boolean
  /** Numbers of rows in which a changed bit was set right. */
  readonly mended: readonly number[]
}

/**
 * Chooses, of everything that was found of a document, rows that their hashes vouch for, so that they make one
 * chain with as few gaps as can be. It goes from the library's last good row backwards, takes from backups
 * what the library lacks, and goes on with what a backup has beyond the library's end, if it may.
 * @param unreadable rows that are what their hash says, yet are no updates
 */
export function assemble(
  found: readonly Candidate[],
  unreadable: ReadonlySet<Candidate> = new Set(),
): Assembly {
  const pool = new Pool(found, unreadable)
  const last = pool.last()
  if (last === undefined)
    return { rows: [], gaps: [], damaged: pool.damagedAt(() => true), isOlder: false, mended: [] }
  const rows: Candidate[] = []
  const gaps: Gap[] = []
  let current: Candidate | undefined = last
  while (current !== undefined) {
    rows.push(current)
    if (isWholeDocument(current) || current.seq === 1) break
    const { row, missing } = pool.before(current)
    gaps.push(...missing)
    current = row
  }
  const gapNumbers = new Set(gaps.map(({ seq }) => seq))
  return {
    rows: rows.reverse(),
    gaps: gaps.reverse(),
    damaged: pool.damagedAt((seq) => gapNumbers.has(seq) || seq > last.seq),
    isOlder: last.source.kind === 'backup' && !pool.endsWith(last),
    mended: pool.mended,
  }
}

class Pool {
  readonly mended: number[] = []
  private readonly bySeq = new Map<number, Candidate[]>()
  private readonly good = new Set<Candidate>()
  /** Damaged rows of which the undamaged one was found. */
  private readonly replaced = new Set<Candidate>()

  constructor(
    found: readonly Candidate[],
    private readonly unreadable: ReadonlySet<Candidate>,
  ) {
    // The library's own rows come first, then those of newer backups, then remnants.
    const inOrder = [...found].sort((a, b) => rank(b.source) - rank(a.source))
    for (const row of inOrder) {
      const same = this.at(row.seq)
      if (same.length === 0) this.bySeq.set(row.seq, [row])
      else if (!same.some((other) => isEqual(other, row))) same.push(row)
    }
    for (const seq of [...this.bySeq.keys()].sort((a, b) => a - b)) this.judge(seq)
  }

  /** The row to begin with: the library's last good one, or what a backup has after it, or only a backup has. */
  last(): Candidate | undefined {
    const seqs = [...this.bySeq.keys()].sort((a, b) => b - a)
    const find = (test: (row: Candidate) => boolean) => {
      for (const seq of seqs) {
        const row = this.at(seq).find((it) => this.good.has(it) && test(it))
        if (row !== undefined) return row
      }
      return undefined
    }
    const own = find(({ source }) => source.kind === 'library') ?? this.mend(this.ownAt(1))
    if (own !== undefined) return this.extend(own)
    // Only backups have it: the newest of them, as it is there.
    const newest = found(this.bySeq)
      .filter((row) => mayExtend(row) && this.good.has(row))
      .reduce((highest, { source }) => Math.max(highest, rank(source)), 0)
    return find((row) => mayExtend(row) && rank(row.source) === newest) ?? find(() => true)
  }

  /** Whether the library's own last row, damaged as it is, stood for this one. */
  endsWith(last: Candidate): boolean {
    const own = found(this.bySeq).filter(({ source }) => source.kind === 'library')
    return (
      own.every(({ seq }) => seq <= last.seq) &&
      own.some((row) => row.seq === last.seq && keyOf(row).equals(keyOf(last)))
    )
  }

  /** The good row before another, and the gaps between the two. */
  before(row: Candidate): { row: Candidate | undefined; missing: Gap[] } {
    const missing: Gap[] = []
    const before = this.at(row.seq - 1)
    const leading = row.link === null ? before.filter((it) => follows(it, row)) : []
    const good = leading.find((it) => this.good.has(it)) ?? this.mend(leading)
    if (good !== undefined) return { row: good, missing }
    for (let seq = row.seq - 1; seq >= 1; seq--) {
      const known = seq === row.seq - 1 ? leading[0] : undefined
      // What its hash vouches for, but does not lead here, is of another branch of the past, unless nothing leads here.
      const choice = known === undefined ? this.at(seq).find((it) => this.good.has(it)) : undefined
      if (choice !== undefined) return { row: choice, missing }
      const moved = known === undefined ? this.findMoved(seq) : undefined
      if (moved !== undefined) return { row: moved, missing }
      const damaged = known ?? this.at(seq).find((it) => it.source.kind === 'library')
      missing.push({ seq, link: damaged && keyOf(damaged), damaged })
    }
    return { row: undefined, missing }
  }

  /** The library's own rows that no hash vouches for. */
  damagedAt(test: (seq: number) => boolean): Candidate[] {
    return found(this.bySeq).filter(
      (row) =>
        row.source.kind === 'library' && !this.good.has(row) && !this.replaced.has(row) && test(row.seq),
    )
  }

  private ownAt(seq: number): Candidate[] {
    return this.at(seq).filter(({ source }) => source.kind === 'library')
  }

  private at(seq: number): Candidate[] {
    return this.bySeq.get(seq) ?? []
  }

  /** The last row that can be mended, or that backups have, beyond the library's end. */
  private extend(from: Candidate): Candidate {
    let last = from
    for (;;) {
      const next = this.at(last.seq + 1).find(
        (row) => mayExtend(row) && this.good.has(row) && follows(last, row),
      )
      const following = next ?? this.mend(this.ownAt(last.seq + 1))
      if (following === undefined) return last
      last = following
    }
  }

  /** Finds out which of the rows of one number are good, and sets right a hash that was damaged itself. */
  private judge(seq: number): void {
    for (const row of this.at(seq)) {
      if (this.unreadable.has(row)) continue
      const isGood = isRoot(row) || this.at(seq - 1).some((before) => follows(before, row))
      if (isGood || this.mendHash(row)) this.good.add(row)
    }
  }

  /** A row is good, and its stored hash is not, when the hash that it should have is what the next row follows. */
  private mendHash(row: Candidate): boolean {
    const keys = this.keysBefore(row)
    for (const key of keys) {
      const hash = hashAfter(key, row)
      const isNear = differingBits(hash, row.hash) === 1
      const isFollowed =
        row.link === null &&
        this.at(row.seq + 1).some((next) => next.link === null && hashAfter(hash, next).equals(next.hash))
      if (!isNear && !isFollowed) continue
      row.hash = hash
      this.mended.push(row.seq)
      return true
    }
    return false
  }

  private mend(rows: readonly Candidate[]): Candidate | undefined {
    for (const row of rows) {
      if (this.unreadable.has(row)) continue
      for (const key of this.keysBefore(row)) {
        const mended = mendRow(key, row)
        if (mended === undefined) continue
        this.good.add(mended)
        this.replaced.add(row)
        this.at(row.seq).push(mended)
        this.mended.push(row.seq)
        return mended
      }
    }
    return undefined
  }

  /** A row whose number is what was damaged: its hash says which it was. */
  private findMoved(seq: number): Candidate | undefined {
    const keys = seq === 1 ? [Buffer.alloc(0)] : this.at(seq - 1).map(keyOf)
    for (const row of found(this.bySeq)) {
      if (this.good.has(row) || row.link !== null) continue
      const moved = { ...row, seq }
      if (!keys.some((key) => hashAfter(key, moved).equals(row.hash))) continue
      this.good.add(moved)
      this.replaced.add(row)
      this.mended.push(seq)
      return moved
    }
    return undefined
  }

  private keysBefore(row: Candidate): Buffer[] {
    if (row.link !== null) return [row.link]
    if (row.seq === 1) return [Buffer.alloc(0)]
    return this.at(row.seq - 1).map(keyOf)
  }
}

/** Which of equal rows is preferred. */
const rank = (source: Source) =>
  source.kind === 'library' ? Number.POSITIVE_INFINITY : source.kind === 'backup' ? source.at : -1

const mayExtend = ({ source }: Candidate) => source.kind === 'backup' && source.mayExtend

const found = (bySeq: ReadonlyMap<number, Candidate[]>): Candidate[] => [...bySeq.values()].flat()

function isEqual(a: Candidate, b: Candidate): boolean {
  return (
    a.hash.equals(b.hash) &&
    (a.link === null ? b.link === null : b.link !== null && a.link.equals(b.link)) &&
    a.at === b.at &&
    a.device === b.device &&
    a.format === b.format &&
    Buffer.compare(a.bytes, b.bytes) === 0
  )
}

function differingBits(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  let count = 0
  for (let index = 0; index < a.length; index++) {
    let rest = (a[index] ?? 0) ^ (b[index] ?? 0)
    for (; rest !== 0; rest &= rest - 1) count++
  }
  return count
}
