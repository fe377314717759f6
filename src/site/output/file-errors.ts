import { LonghandError } from '../../document'

/** The system's code of a failed file operation (`ENOENT`); undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Runs `work`; gives `fallback` when it fails with one of the codes, such as a file that isn't there. */
export async function unless<Result, Fallback>(
  codes: readonly string[],
  work: Promise<Result>,
  fallback: Fallback,
): Promise<Result | Fallback> {
  try {
    return await work
  } catch (error) {
    if (codes.includes(systemCode(error) ?? '')) return fallback
    throw error
  }
}

/** What to tell the writer when files of an export can't be written. A LonghandError stays as it is. */
export function exportError(error: unknown, out: string): LonghandError {
  if (error instanceof LonghandError) return error
  const kept = 'What was there before is unchanged.'
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new LonghandError(
        'disk-full',
        `There is no space left to export to ${out}. ${kept} Free some space and export again.`,
        { cause: error },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LonghandError(
        'no-permission',
        `Longhand may not write to ${out}. ${kept} Choose another folder or change its permissions.`,
        { cause: error },
      )
    default: {
      const reason = error instanceof Error ? error.message : String(error)
      return new LonghandError('io', `The export to ${out} failed: ${reason}. ${kept}`, { cause: error })
    }
  }
}
