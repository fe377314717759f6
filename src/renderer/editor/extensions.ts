import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { highlightSelectionMatches } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  dropCursor,
  EditorView,
  highlightSpecialChars,
  keymap,
  panels,
  placeholder,
  rectangularSelection,
} from '@codemirror/view'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import type { Words } from '../../words'
import type { DraftSession } from '../drafts/draft-session'
import { concentration } from '../focus/extensions'
import { hiddenMarks } from '../reading/hidden-marks'
import { mathSyntax } from '../reading/math-syntax'
import { blockLines } from './block-lines'
import { byPreference } from './by-preference'
import { typedFences } from './fences'
import { wrapping } from './format'
import { highlighter } from './highlighter'
import { lists } from './lists/lists'
import { otherSelections } from './other-selections'
import { foldingSections } from './sections/fold-sections'
import { slashMenu } from './slash/slash-menu'
import { tables } from './tables'
import { vimOption } from './vim/vim-option'

export interface EditorOptions {
  readonly isReadOnly: boolean
  /** The nonce of the page's policy, which the editor's style elements must carry. */
  readonly nonce: string | undefined
  /** Where find and replace stand; inside the editor when null. */
  readonly panels: HTMLElement | null
  readonly more: Extension
  readonly words: Words
}

/** Everything that the editor of a post is made of. */
export function createExtensions(session: DraftSession, options: EditorOptions): Extension {
  const { say } = options.words
  return [
    // Offsets are the Y.Text's own: only \n ends a line, whatever came in with an import.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    options.nonce === undefined ? [] : EditorView.cspNonce.of(options.nonce),
    EditorState.readOnly.of(options.isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': say('Post text'),
      // `prose` marks spelling itself: it leaves out code, and knows several languages.
      spellcheck: 'false',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      'data-gramm': 'false',
    }),
    vimOption(),
    EditorView.lineWrapping,
    tables,
    highlightSpecialChars(),
    dropCursor(),
    otherSelections(),
    rectangularSelection(),
    placeholder(say('Write here. Markdown is understood.')),
    EditorState.phrases.of({ 'Show the folded section': say('Show the folded section') }),
    markdown({
      base: markdownLanguage,
      extensions: [mathSyntax],
      codeLanguages: languages,
      completeHTMLTags: false,
      addKeymap: false,
    }),
    lists,
    foldingSections(),
    slashMenu,
    indentOnInput(),
    typedFences,
    syntaxHighlighting(highlighter),
    blockLines,
    highlightSelectionMatches({ minSelectionLength: 3 }),
    options.panels === null ? [] : panels({ topContainer: options.panels }),
    yCollab(session.body, null, { undoManager: session.undo }),
    wrapping,
    keymap.of([
      ...yUndoManagerKeymap,
      ...defaultKeymap,
      // Esc, then Tab, leaves the editor: CodeMirror's own way for those who go by keyboard.
      indentWithTab,
    ]),
    byPreference('areMarksHidden', (isOn) => (isOn ? hiddenMarks : [])),
    concentration(),
    options.more,
  ]
}
