/// <reference path="./definition-lists.d.ts" />
import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import definitionLists from 'markdown-it-deflist'
import { escapeHtml } from '../escape'
import { autolinks } from './autolinks'
import { callouts } from './callouts'
import { footnotes } from './footnotes'
import { math } from './math'
import { privateComments } from './private-comments'
import { quickStates } from './quick-states'
import { strikethrough } from './strikethrough'
import { tables } from './tables'
import { tagFilter } from './tag-filter'
import { tasks } from './tasks'
import { wikilinks } from './wikilinks'

/** CommonMark 0.31.2 exactly. Every address is let through: what may be linked is decided when it is written. */
export function createCommonMark(): MarkdownIt {
  const md = new createMarkdownIt('commonmark')
  md.validateLink = () => true
  return md.use(quickStates)
}

/** CommonMark with the extensions of GitHub Flavored Markdown 0.29. */
export function createGfm(): MarkdownIt {
  const md = createCommonMark()
  for (const extension of [tables, strikethrough, autolinks, tasks, tagFilter]) md.use(extension)
  return md
}

/**
 * What Longhand reads: GFM, footnotes, math, definition lists, links between posts, callouts, private comments. Raw HTML that
 * nobody has looked at comes out as text.
 */
export function createLonghand(): MarkdownIt {
  const md = createGfm().set({ xhtmlOut: false })
  for (const extension of [definitionLists, footnotes, math, wikilinks, callouts, privateComments])
    md.use(extension)
  md.renderer.rules.html_block = md.renderer.rules.html_inline = (tokens, index) =>
    escapeHtml(tokens[index]?.content ?? '')
  md.renderer.rules.written = (tokens, index) => tokens[index]?.content ?? ''
  return md
}
