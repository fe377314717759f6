import type Database from 'better-sqlite3'
import { TermTable } from '../related/term-table'
import { indexedColumns, type Searched } from './search-index'
import { isUnspaced } from './words'

/** Compares what the search index holds of posts with what they say. */
export class IndexCheck {
  private readonly behind
  private readonly sizes
  private readonly headSizes
  private readonly terms

  constructor(db: Database.Database) {
    this.terms = new TermTable(db)
    this.behind = db.prepare<[number]>('SELECT 1 FROM unindexed WHERE number = ?')
    this.sizes = db.prepare<[number], Buffer>('SELECT sz FROM search_docsize WHERE id = ?').pluck()
    this.headSizes = db.prepare<[number], Buffer>('SELECT sz FROM heads_docsize WHERE id = ?').pluck()
  }

  /**
   * Whether a post has its terms and as many words in each column of the index as it says, or is noted as behind. (Which words
   * they are would take a second index.) Of texts without spaces only that they are there: another version of the
   * dictionary may part them otherwise.
   */
  isRight(number: number, post: Searched): boolean {
    if (this.behind.get(number) !== undefined) return true
    if (!this.terms.isRight(number, post)) return false
    const [sizes, heads] = [this.sizes.get(number), this.headSizes.get(number)]
    if (sizes === undefined || heads === undefined) return false
    const { title, tags, summary, body } = indexedColumns(post)
    const columns = [title, tags, summary, body]
    if (columns.some(isUnspaced)) return true
    const counts = columns.map((text) => text.match(tokens)?.length ?? 0)
    return isEqual(readVarints(sizes), counts) && isEqual(readVarints(heads), counts.slice(0, 3))
  }
}

/** What SQLite's tokenizer `ascii` takes for a word. */
const tokens = /[0-9A-Za-z\u0080-\uffff]+/g

const isEqual = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, index) => value === b[index])

/** SQLite's numbers: seven bits a byte, the highest first, all but the last byte with the eighth bit set. */
function readVarints(bytes: Uint8Array): number[] {
  const values: number[] = []
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      values.push(value)
      value = 0
    }
  }
  return values
}
