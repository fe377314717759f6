import type { EditorView } from '@codemirror/view'
import type { KeyName } from '../../commands/keys'
import { setBody, setHeading, toggleList, toggleQuote, toggleTask } from './blocks'
import {
  insertCallout,
  insertFootnote,
  insertLink,
  insertMath,
  insertRule,
  toggleCode,
  toggleCodeBlock,
} from './insertions'
import { toggleMark } from './marks'

/** One thing that can be done with the text, for its key, the menus, the toolbar and the palette. */
export interface TextCommand {
  readonly id: string
  readonly name: string
  /** The first is the one that is shown. */
  readonly keys: readonly KeyName[]
  /** Says whether it had anything to do; if not, its key does what it does otherwise. */
  readonly run: (view: EditorView) => boolean
}

const command = (
  id: string,
  name: string,
  key: KeyName | undefined,
  run: TextCommand['run'],
): TextCommand => ({
  id,
  name,
  keys: key === undefined ? [] : [key],
  run,
})

/** How words look. */
const markCommands: readonly TextCommand[] = [
  command('bold', 'Bold', 'Mod+B', toggleMark('**')),
  command('italic', 'Italic', 'Mod+I', toggleMark('*')),
  command('strikethrough', 'Strikethrough', undefined, toggleMark('~~')),
  command('code', 'Code', 'Mod+`', toggleCode),
  command('link', 'Link', 'Mod+K', insertLink),
]

/** What lines are. */
const blockCommands: readonly TextCommand[] = [
  ...([1, 2, 3, 4, 5, 6] as const).map((level) =>
    command(`heading-${level}`, `Heading ${level}`, `Mod+${level}`, setHeading(level)),
  ),
  command('body', 'Body text', 'Mod+0', setBody),
  command('quote', 'Quote', undefined, toggleQuote),
  command('bullet-list', 'Bulleted list', undefined, toggleList('bullets')),
  command('numbered-list', 'Numbered list', undefined, toggleList('numbers')),
  command('task-list', 'Task list', undefined, toggleList('tasks')),
  command('toggle-task', 'Tick task off', 'Mod+Enter', toggleTask),
]

/** What is put in. The image and the table have their own ways. */
const insertCommands: readonly TextCommand[] = [
  command('footnote', 'Footnote', 'Mod+Alt+K', insertFootnote),
  command('code-block', 'Code block', 'Mod+Alt+C', toggleCodeBlock),
  command('math', 'Formula', undefined, insertMath),
  command('callout-note', 'Callout: note', undefined, insertCallout('NOTE')),
  command('callout-tip', 'Callout: tip', undefined, insertCallout('TIP')),
  command('callout-important', 'Callout: important', undefined, insertCallout('IMPORTANT')),
  command('callout-warning', 'Callout: warning', undefined, insertCallout('WARNING')),
  command('callout-caution', 'Callout: caution', undefined, insertCallout('CAUTION')),
  command('rule', 'Dividing line', undefined, insertRule),
]

/** Every command of the text that needs nothing but the text, in the order in which they are listed. */
export const textCommands: readonly TextCommand[] = [...markCommands, ...blockCommands, ...insertCommands]
