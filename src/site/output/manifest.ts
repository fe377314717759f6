import { z } from 'zod'

/** Marks a folder as an export of Longhand and says which files in it are Longhand's. */
export const manifestFile = '.longhand-site.json'

/**
 * A path that stays inside the folder, on any system. The manifest and the journal lie in a folder that
 * anybody may have edited, and files are removed by what they say.
 */
export function isSafePath(path: string): boolean {
  return !/(?:^|\/)(?:\.{0,2})(?:\/|$)|[\\:\0]/.test(path)
}

/** SHA-256, hex. */
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
/** Read by hand but for its head: a site may have a hundred thousand files. */
const manifestSchema = z.object({
  kind: z.literal('longhand-site'),
  version: z.literal(1),
  files: z.custom<Readonly<Record<string, unknown>>>((files) => typeof files === 'object' && files !== null),
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
  if (!parsed.success) return null
  const files = new Map<string, string>()
  for (const [path, hash] of Object.entries(parsed.data.files)) {
    if (!isSafePath(path) || !isHash(hash)) return null
    files.set(path, hash)
  }
  return files
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
