import { z } from 'zod'
import { textContrast } from '../checks/contrast'
import { readableOn, readHex } from './colour'

const byLanguage = z
  .record(z.string().regex(/^[a-z]{2,3}(-\w+)*$/i), z.string().min(1).max(200))
  .refine((texts) => texts.en !== undefined, { message: 'English (en) is missing' })
const name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'A setting is named with a-z, 0-9 and hyphens.')
const colour = z
  .string()
  .refine((text) => readHex(text) !== null, { message: 'A colour looks like #97271b.' })
const length = z.string().regex(/^\d{1,4}(\.\d{1,4})?(rem|em|ch|px|%)$/, 'A length looks like 1.125rem.')
/** What a custom property is set to: nothing that could end it. */
const propertyValue = z
  .string()
  .max(300)
  .regex(/^[^;{}<>\\@!]*$/, 'has a character that a value can’t have')
const described = { name, label: byLanguage, hint: byLanguage.optional() }

const anySetting = z.discriminatedUnion('kind', [
  z.strictObject({
    ...described,
    kind: z.literal('colour'),
    default: colour,
    /** The grounds it is read on, light and dark: it is darkened and lightened until it can be. */
    against: z
      .strictObject({ light: z.array(colour).min(1).max(10), dark: z.array(colour).min(1).max(10) })
      .optional(),
  }),
  z.strictObject({
    ...described,
    kind: z.literal('choice'),
    default: z.string(),
    choices: z
      .array(
        z.strictObject({
          value: name,
          label: byLanguage,
          /** Custom properties, without their hyphens, that hold when it is chosen. */
          css: z.record(name, propertyValue).optional(),
        }),
      )
      .min(2)
      .max(20),
  }),
  z.strictObject({ ...described, kind: z.literal('length'), default: length, min: length, max: length }),
  z.strictObject({ ...described, kind: z.literal('text'), default: z.string().max(500) }),
  z.strictObject({
    ...described,
    kind: z.literal('switch'),
    default: z.union([z.boolean(), z.enum(['true', 'false'])]).transform(String),
  }),
])

/** What a theme can be set to: plain data, for a screen to show. */
export type ThemeSetting = z.infer<typeof anySetting>

export const settingSchema = anySetting.refine((setting) => accepts(setting, setting.default), {
  message: 'the default isn’t one of the values it can have',
})

/** What layouts see of a setting: a switch is true or false, all else a text. */
export type SettingValues = Readonly<Record<string, string | boolean>>

/** Whether a setting can have a value. */
export function accepts(setting: ThemeSetting, value: string): boolean {
  switch (setting.kind) {
    case 'colour':
      return readHex(value) !== null
    case 'choice':
      return setting.choices.some((choice) => choice.value === value)
    case 'length':
      return length.safeParse(value).success && isBetween(value, setting.min, setting.max)
    case 'text':
      return value.length <= 500
    case 'switch':
      return value === 'true' || value === 'false'
  }
}

function isBetween(value: string, min: string, max: string): boolean {
  const unit = (text: string) => /[a-z%]+$/.exec(text)?.[0]
  if (unit(value) !== unit(min)) return false
  return (
    Number.parseFloat(value) >= Number.parseFloat(min) && Number.parseFloat(value) <= Number.parseFloat(max)
  )
}

/** The value of each setting: the writer's, where the theme knows and accepts it, else the default. */
function settingTexts(
  settings: readonly ThemeSetting[],
  chosen: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  return new Map(
    settings.map((setting) => {
      const value = Object.hasOwn(chosen, setting.name) ? chosen[setting.name] : undefined
      return [setting.name, value !== undefined && accepts(setting, value) ? value : setting.default]
    }),
  )
}

export function settingValues(
  settings: readonly ThemeSetting[],
  chosen: Readonly<Record<string, string>>,
): SettingValues {
  const values: Record<string, string | boolean> = Object.create(null)
  const texts = settingTexts(settings, chosen)
  for (const { name, kind } of settings) {
    const text = texts.get(name) ?? ''
    values[name] = kind === 'switch' ? text === 'true' : text
  }
  return values
}

/**
 * The custom properties that the settings give a theme's styles: `--accent`, `--size`, and those of a choice.
 * Pure. A colour has two, by `--light` and `--dark` (`docs/themes.md`), each with enough contrast.
 */
export function cssOfSettings(
  settings: readonly ThemeSetting[],
  chosen: Readonly<Record<string, string>>,
): string {
  const texts = settingTexts(settings, chosen)
  const lines = settings.flatMap((setting) => propertiesOf(setting, texts.get(setting.name) ?? ''))
  return lines.length === 0 ? '' : `:root{${lines.join('')}}\n`
}

function propertiesOf(setting: ThemeSetting, value: string): string[] {
  if (setting.kind === 'colour') return [`--${setting.name}:${colourPair(setting, value)};`]
  if (setting.kind === 'length') return [`--${setting.name}:${value};`]
  if (setting.kind !== 'choice') return []
  const chosen = setting.choices.find((choice) => choice.value === value)
  return Object.entries(chosen?.css ?? {}).map(([property, text]) => `--${property}:${text};`)
}

function colourPair(setting: Extract<ThemeSetting, { kind: 'colour' }>, value: string): string {
  const hex = readHex(value) ?? '#000000'
  if (setting.against === undefined) return hex
  const on = (grounds: readonly string[]) =>
    readableOn(
      hex,
      grounds.map((ground) => readHex(ground) ?? '#ffffff'),
      textContrast,
    )
  return `var(--light,${on(setting.against.light)}) var(--dark,${on(setting.against.dark)})`
}
