import { closeSync, openSync, readSync, writeSync } from 'node:fs'

/** What goes wrong with the disk, as `failing-disk.c` reads it. */
export interface Fault {
  readonly error: 'io' | 'full'
  /** Whether the disk stays so until `heal`, or fails once. */
  readonly lasts: boolean
}

const errnoOf = { io: 5, full: 28 }

/** The file by which the disk under this process is told when to fail. */
export class FaultPlan {
  private readonly descriptor: number

  constructor(file: string) {
    this.descriptor = openSync(file, 'r+')
  }

  /** The `at`-th call that writes from now on fails, from 1. */
  failAt(at: number, { error, lasts }: Fault): void {
    this.put([at, 0, errnoOf[error], lasts ? 1 : 0])
  }

  /** Nothing fails any more. Returns how many calls there were since `failAt`. */
  heal(): number {
    const now = Buffer.alloc(16)
    readSync(this.descriptor, now, 0, 16, 0)
    this.put([0, 0, 0, 0])
    return now.readInt32LE(4)
  }

  close(): void {
    closeSync(this.descriptor)
  }

  private put(numbers: readonly number[]): void {
    const bytes = Buffer.alloc(16)
    for (const [n, value] of numbers.entries()) bytes.writeInt32LE(value, n * 4)
    writeSync(this.descriptor, bytes, 0, 16, 0)
  }
}
