/** The least that edits Markdown with colours: what Longhand's editor is measured against. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView, keymap } from '@codemirror/view'

const text = await (await fetch('/post.md')).text()
new EditorView({
  doc: text,
  parent: document.body,
  extensions: [
    history(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    markdown(),
    syntaxHighlighting(defaultHighlightStyle),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Post text' }),
  ],
})
