import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { windowPlaceSchema } from './window-place'

const settingsSchema = z.object({
  window: windowPlaceSchema.optional().catch(undefined),
  /** False when the first window was closed and others stayed. */
  isFirstOpen: z.boolean().optional().catch(undefined),
  /** The windows beside the first that were open when the app was left. */
  others: z
    .array(z.object({ name: z.string().regex(/^\w{1,20}$/), place: windowPlaceSchema }))
    .max(20)
    .optional()
    .catch(undefined),
  /** Of the page, for dialogs before there is one. */
  language: z.string().max(20).optional().catch(undefined),
  /** The library that was open last. */
  library: z.string().min(1).optional().catch(undefined),
})
export type Settings = z.infer<typeof settingsSchema>

/**
 * What this installation remembers: nothing of the writer's, so a file that can't be read is as good as none.
 */
export function readSettings(file: string): Settings {
  try {
    return settingsSchema.catch({}).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || isAbsent(error)) return {}
    throw error
  }
}

/** Sets the settings given and keeps the others; a reader never sees half a file. */
export function writeSettings(file: string, changes: Settings): void {
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  writeFileSync(part, `${JSON.stringify({ ...readSettings(file), ...changes }, null, 2)}\n`)
  renameSync(part, file)
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
