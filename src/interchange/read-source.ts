import { slugify } from '../document'
import { type ReadFields, readFields } from './fields'
import { dateOfPath, type FileName, readFileName } from './file-name'
import { readFrontMatter } from './front-matter'
import { readText } from './read-file'
import { replaceTemplateTags } from './template-tags'
import { readTitle } from './title'
import type { FoundFile } from './walk'

/** A file as a post, before its references are followed. */
export interface Source extends FoundFile {
  readonly kind: 'source'
  /** SHA-256 of the bytes, hex */
  readonly hash: string
  readonly title: string
  readonly slug: string
  /** Undefined when neither the front matter nor the name of the file has one. */
  readonly date: string | undefined
  readonly modifiedMs: number
  readonly fields: ReadFields
  readonly addresses: readonly string[]
  /** Whether it speaks of the folder that it is in: a README without front matter. */
  readonly isAboutFolder: boolean
  readonly body: string
  readonly warnings: readonly string[]
}

const aboutFolder =
  /(?:^|\/)(?:readme|licen[cs]e|contributing|changelog|code[-_]of[-_]conduct|security)\.[^/.]+$/i

/** Reads a file as a post, or says in a sentence why it can't be one. Never throws. */
export async function readSource(found: FoundFile): Promise<Source | { kind: 'refused'; reason: string }> {
  const name = readFileName(found.path)
  if (/(?:^|\/)_index\.[^/]+$/.test(found.path)) {
    return { kind: 'refused', reason: 'It is the page of a section, not a post.' }
  }
  const file = await readText(found.file)
  if (file.kind === 'refused') return file
  const matter = readFrontMatter(file.text)
  if (matter.kind === 'refused') return matter
  const fields = readFields(matter.values, matter.written)
  const untagged = replaceTemplateTags(matter.body)
  const { title, body } = readTitle(fields.title, untagged.source, name.stem)
  const date = fields.date ?? name.date ?? fields.addresses.map(dateOfPath).find((it) => it !== undefined)
  return {
    ...found,
    kind: 'source',
    hash: file.hash,
    title,
    slug: fields.slug ?? slugify(name.stem === '' ? title : name.stem),
    date,
    modifiedMs: file.modifiedMs,
    fields: withName(fields, name),
    addresses: fields.addresses,
    isAboutFolder: matter.body === file.text && aboutFolder.test(found.path),
    body,
    warnings: [
      ...matter.warnings,
      ...fields.warnings,
      ...(date === undefined ? ['It has no date; the time when the file was last changed was taken.'] : []),
      ...(untagged.unknown === undefined
        ? []
        : [`It has a template tag that is shown as it stands: ${untagged.unknown}`]),
      ...(/\.mdx$/i.test(found.path) && usesJsx(body)
        ? ['It is MDX; its components are shown as they stand.']
        : []),
    ],
  }
}

function withName(fields: ReadFields, name: FileName): ReadFields {
  return {
    ...fields,
    isDraft: fields.isDraft || name.isInDrafts,
    language: fields.language ?? name.language ?? null,
  }
}

function usesJsx(body: string): boolean {
  return /^(?:import|export)\s|<\/?[A-Z]|\{[^}]*\}/m.test(body.replace(/^(`{3,})[\s\S]*?^\1/gm, ''))
}
