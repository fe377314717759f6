import { z } from 'zod'

/** Marks a folder as an export of Longhand and says which files in it are Longhand's. */
export const manifestFile = '.longhand-site.json'

/**
 * A path that stays inside the folder, on any system. The manifest and the journal lie in a folder that
 * anybody may have edited, and files are removed by what they say.
 */
export function isSafePath(path: string): boolean {
  return (
    path !== '' &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part))
  )
}

const pathSchema = z.string().refine(isSafePath)
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const manifestSchema = z.object({
  kind: z.literal('longhand-site'),
  version: z.literal(1),
  files: z.record(pathSchema, hashSchema),
})

/** Files of a site by path, each with the SHA-256 of its bytes. */
export type Manifest = ReadonlyMap<string, string>

/** Equal sites give equal manifests: sorted, and without a date. */
export function printManifest(files: Manifest): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({ kind: 'longhand-site', version: 1, files: Object.fromEntries(sorted) }, null, 1)}\n`
}

/** Null when the text is no manifest that this version knows. */
export function parseManifest(text: string): Manifest | null {
  const parsed = manifestSchema.safeParse(parseJson(text))
  return parsed.success ? new Map(Object.entries(parsed.data.files)) : null
}

/** Null when the text isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
