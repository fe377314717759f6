import { oc } from '@orpc/contract'
import { z } from 'zod'

/** Something that a theme lets the writer choose. Values are texts; a switch is `true` or `false`. */
const themeSettingSchema = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  kind: z.enum(['colour', 'choice', 'length', 'text', 'switch']),
  default: z.string(),
  /** For a `choice`. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** Of a `length`, in the same unit. */
  min: z.string().optional(),
  max: z.string().optional(),
})
export type ThemeSetting = z.infer<typeof themeSettingSchema>

const themeSchema = z.object({
  /** Of its folder; what the site's settings name it by. */
  name: z.string(),
  title: z.string(),
  description: z.string(),
  settings: z.array(themeSettingSchema),
  /** Whether it is the writer's, in the library's `themes/`. */
  isOwn: z.boolean(),
  /** Why it can't be used; null when it can. */
  problem: z.string().nullable(),
})
export type SiteTheme = z.infer<typeof themeSchema>

const previewedSchema = z.object({
  /** Another one whenever anything of the site has changed since. */
  revision: z.number(),
  /** A page of each kind that there is, with what it is called: something to look at. */
  pages: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      kind: z.enum(['list', 'post', 'page', 'tag', 'not-found']),
    }),
  ),
})
export type PreviewedSite = z.infer<typeof previewedSchema>

const themeFindingSchema = z.object({
  /** An `error` keeps the site from being made, or a reader from reading it. */
  severity: z.enum(['error', 'warning', 'note']),
  /** Inside the theme; empty where it is in no one file. */
  file: z.string(),
  /** From 1; null where it is in no one line. */
  line: z.number().nullable(),
  message: z.string(),
})
export type ThemeFinding = z.infer<typeof themeFindingSchema>

const themeName = z.string().max(63)

/** The looks that a site can have; part of `site`. */
export const themesContract = {
  /**
   * Those that ship with the app, then the writer's own, described in the language given where they are, else in
   * English. One that can't be used says why.
   */
  themes: oc.input(z.object({ language: z.string().max(20).optional() })).output(z.array(themeSchema)),
  /** What there is to see of the site as it would be exported now; the shell serves it under `/site/`. */
  pages: oc.output(previewedSchema),
  /** Makes a theme in the library's `themes/` that extends another, and says where. */
  newTheme: oc.input(z.object({ name: themeName, from: themeName })).output(z.object({ folder: z.string() })),
  /** Renders a page of every kind with a theme, and says what is wrong with it. */
  checkTheme: oc.input(z.object({ name: themeName })).output(z.array(themeFindingSchema)),
}
