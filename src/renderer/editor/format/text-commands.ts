import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  deleteLine,
  moveLineDown,
  moveLineUp,
} from '@codemirror/commands'
import { unfoldAll } from '@codemirror/language'
import { EditorSelection, type StateCommand } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type Term, term } from '../../../words'
import type { KeyName } from '../../commands/keys'
import { insertComment } from '../../prose/comment-command'
import { moveItem } from '../lists/list-commands'
import { dispatchRenumbered } from '../lists/renumber'
import { describeImage } from '../paste/describe-image'
import { foldAll, toggleFold } from '../sections/fold-sections'
import { moveSection } from '../sections/move-section'
import { tableTextCommands } from '../tables'
import { tableCommands } from '../tables/table-commands'
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
interface TextCommand {
  readonly id: string
  readonly name: Term
  /** The first is the one that is shown. */
  readonly keys: readonly KeyName[]
  /** Says whether it had anything to do; if not, its key does what it does otherwise. */
  readonly run: (view: EditorView) => boolean
}

const command = (id: string, name: Term, key: KeyName | undefined, run: TextCommand['run']): TextCommand => ({
  id,
  name,
  keys: key === undefined ? [] : [key],
  run,
})

/** How words look. */
const markCommands: readonly TextCommand[] = [
  command('bold', term('Bold'), 'Mod+B', toggleMark('**')),
  command('italic', term('Italic'), 'Mod+I', toggleMark('*')),
  command('strikethrough', term('Strikethrough'), undefined, toggleMark('~~')),
  command('code', term('Code'), 'Mod+`', toggleCode),
  command('link', term('Link'), 'Mod+K', insertLink),
]

const headingNames = {
  1: term('Heading 1'),
  2: term('Heading 2'),
  3: term('Heading 3'),
  4: term('Heading 4'),
  5: term('Heading 5'),
  6: term('Heading 6'),
} as const

/** What lines are. */
const blockCommands: readonly TextCommand[] = [
  ...([1, 2, 3, 4, 5, 6] as const).map((level) =>
    command(`heading-${level}`, headingNames[level], `Mod+${level}`, setHeading(level)),
  ),
  command('body', term('Body text'), 'Mod+0', setBody),
  command('quote', term('Quote'), undefined, toggleQuote),
  command('bullet-list', term('Bulleted list'), undefined, toggleList('bullets')),
  command('numbered-list', term('Numbered list'), undefined, toggleList('numbers')),
  command('task-list', term('Task list'), undefined, toggleList('tasks')),
  command('toggle-task', term('Tick task off'), 'Mod+Enter', toggleTask),
]

/** What is put in. The image and the table have their own ways. */
const insertCommands: readonly TextCommand[] = [
  command('footnote', term('Footnote'), 'Mod+Alt+K', insertFootnote),
  command('code-block', term('Code block'), 'Mod+Alt+C', toggleCodeBlock),
  command('math', term('Formula'), undefined, insertMath),
  command('callout-note', term('Callout: note'), undefined, insertCallout('NOTE')),
  command('callout-tip', term('Callout: tip'), undefined, insertCallout('TIP')),
  command('callout-important', term('Callout: important'), undefined, insertCallout('IMPORTANT')),
  command('callout-warning', term('Callout: warning'), undefined, insertCallout('WARNING')),
  command('callout-caution', term('Callout: caution'), undefined, insertCallout('CAUTION')),
  command('describe-image', term('Describe the image…'), undefined, describeImage),
  command('rule', term('Dividing line'), undefined, insertRule),
  command('private-comment', term('Private comment'), 'Mod+Alt+M', insertComment),
]

/** A command of CodeMirror on lines, after which the numbers of lists are counted again. */
const renumbering =
  (run: StateCommand): StateCommand =>
  (target) =>
    run({
      state: target.state,
      dispatch: ({ changes, newSelection: { ranges, mainIndex } }) =>
        dispatchRenumbered(target, {
          changes,
          // CodeMirror leaves out cursors that can't move, and then names a main one that isn't there.
          selection: EditorSelection.create(ranges, Math.min(mainIndex, ranges.length - 1)),
          userEvent: 'move.line',
          scrollIntoView: true,
        }),
    })

/** A row of a table, an item of a list or a line past its neighbour. */
const moveLine =
  (by: -1 | 1): StateCommand =>
  (target) =>
    (by < 0 ? tableCommands.moveRowUp : tableCommands.moveRowDown)(target) ||
    moveItem(by)(target) ||
    renumbering(by < 0 ? moveLineUp : moveLineDown)(target)

const deleteRowOrLine = (view: EditorView) => tableCommands.removeRow(view) || deleteLine(view)

/** Lines, sections and cursors. */
const moveCommands: readonly TextCommand[] = [
  command('move-line-up', term('Move line up'), 'Alt+ArrowUp', moveLine(-1)),
  command('move-line-down', term('Move line down'), 'Alt+ArrowDown', moveLine(1)),
  command('duplicate-line', term('Duplicate line'), 'Mod+Shift+D', renumbering(copyLineDown)),
  command('delete-line', term('Delete line'), 'Mod+Shift+K', deleteRowOrLine),
  command('move-section-up', term('Move section up'), 'Alt+PageUp', moveSection(-1)),
  command('move-section-down', term('Move section down'), 'Alt+PageDown', moveSection(1)),
  command('fold-section', term('Fold or unfold section'), 'Mod+Shift+[', toggleFold),
  command('fold-all', term('Fold all sections'), undefined, foldAll),
  command('unfold-all', term('Unfold all sections'), 'Mod+Shift+]', unfoldAll),
  command('cursor-above', term('Add cursor above'), 'Alt+Shift+ArrowUp', addCursorAbove),
  command('cursor-below', term('Add cursor below'), 'Alt+Shift+ArrowDown', addCursorBelow),
]

/** Every command of the text that needs nothing but the text, in the order in which they are listed. */
export const textCommands: readonly TextCommand[] = [
  ...markCommands,
  ...blockCommands,
  ...insertCommands,
  ...tableTextCommands,
  ...moveCommands,
]
