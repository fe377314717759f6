import { join } from 'node:path'
import { postId } from '../../document'
import type { Library } from '../../library'
import { previewPage, themeFile } from '../../site'
import { answerText, notFound } from './answer'
import { commonHeaders, previewPolicy } from './policy'
import { decodeSegments } from './resolve-inside'

/** The one theme that ships; its name is in the addresses of its files. */
const themeName = 'broadsheet'

/** `/preview/<post id>`: the page of a post, with a mark where the screen puts the text as it is typed. */
export function answerPreview(library: Library, themeFolder: string, path: string): Response {
  const post = library.post(postId(path.slice('/preview/'.length)))
  if (post === undefined) return notFound()
  const page = previewPage(post, library.site(), {
    themeFolder,
    themeUrl: `/theme/${themeName}/`,
    hasTags: library.tagging.list().length > 0,
    asset: (asset) => library.asset(asset),
  })
  return answerText(200, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': previewPolicy,
  })
}

/** `/theme/<theme>/<file>`: an asset of the theme by its plain name. */
export function answerThemeFile(resources: string, path: string): Response {
  const [, theme, ...name] = decodeSegments(path) ?? []
  const file = theme === themeName ? themeFile(themePath(resources), name.join('/')) : undefined
  if (file === undefined) return notFound()
  return new Response(file.bytes, {
    headers: { ...commonHeaders, 'Content-Type': file.type, 'Cache-Control': 'no-cache' },
  })
}

/** Where the theme lies among the program's files. */
export const themePath = (resources: string) => join(resources, 'themes', themeName)
