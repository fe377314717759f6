import { oc } from '@orpc/contract'
import { z } from 'zod'

/** The content of a fence that describes a diagram. */
const source = z.string().max(100_000)
/** As Markdown would name it: `media/diagram-….svg`; its size in pixels. */
const drawing = z.object({ path: z.string(), width: z.number().nullable(), height: z.number().nullable() })
export type Drawing = z.infer<typeof drawing>

/** What the screen has drawn of the diagrams in posts; the site shows it. */
export const drawingsContract = {
  /** What was drawn of each source, in their order; null where nothing was. */
  find: oc.input(z.object({ sources: z.array(source).max(500) })).output(z.array(drawing.nullable())),
  /** Keeps what was drawn. Throws `bad-input` for what is no SVG. */
  keep: oc.input(z.object({ source, svg: z.string().max(4_000_000) })).output(drawing),
}
