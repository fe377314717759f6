import type { EditorView } from '@codemirror/view'
import {
  Link2,
  ListChecks,
  ListTree,
  type LucideIcon,
  MessageSquareText,
  SlidersHorizontal,
  SpellCheck,
} from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { type Term, term } from '../../words'
import type { LiveValue } from '../app/live-value'
import type { DraftSession } from '../drafts/draft-session'
import type { CursorPosition } from '../editor/editor'
import type { LiveRendering } from '../preview/use-rendering'
import type { SidePaneId } from './use-side'

/** What a pane is given; it is made anew for each post. */
export interface SidePaneProps {
  readonly session: DraftSession
  /** A post in the trash can only be read. */
  readonly isReadOnly: boolean
  /** Undefined for a moment after the post was opened. */
  readonly editor: EditorView | undefined
  readonly position: LiveValue<CursorPosition>
  /** What the worker made of the text last: headings, links, words. */
  readonly rendering: LiveRendering
}

interface SidePane {
  readonly id: SidePaneId
  readonly name: Term
  /** What its command is called. */
  readonly toggle: Term
  readonly close: Term
  readonly icon: LucideIcon
  /** Shown beside the name; the command itself is made of this table (`use-side-commands.ts`). */
  readonly keys: readonly string[]
  /** What stands below the name: no frame, no heading, no scrolling of its own. Loaded when it is first shown. */
  readonly Content: ComponentType<SidePaneProps>
}

/** Every pane of the side area, in order. To add one, add its id in `use-side.ts` and its entry here. */
export const sidePanes: readonly SidePane[] = [
  {
    id: 'properties',
    name: term('Properties'),
    toggle: term('Show or hide properties'),
    close: term('Close properties'),
    icon: SlidersHorizontal,
    keys: ['Mod+;'],
    Content: lazy(async () => ({ default: (await import('../inspector/inspector')).Inspector })),
  },
  {
    id: 'outline',
    name: term('Outline'),
    toggle: term('Show or hide outline'),
    close: term('Close outline'),
    icon: ListTree,
    keys: [],
    Content: lazy(async () => ({ default: (await import('../outline/outline-pane')).OutlinePane })),
  },
  {
    id: 'backlinks',
    name: term('Backlinks'),
    toggle: term('Show or hide backlinks'),
    close: term('Close backlinks'),
    icon: Link2,
    keys: [],
    Content: lazy(async () => ({ default: (await import('../links/backlinks-pane')).BacklinksPane })),
  },
  {
    id: 'comments',
    name: term('Comments'),
    toggle: term('Show or hide comments'),
    close: term('Close comments'),
    icon: MessageSquareText,
    keys: [],
    Content: lazy(async () => ({ default: (await import('../prose/comments-pane')).CommentsPane })),
  },
  {
    id: 'prose',
    name: term('Spelling and style'),
    toggle: term('Show or hide spelling and style'),
    close: term('Close spelling and style'),
    icon: SpellCheck,
    keys: [],
    Content: lazy(async () => ({ default: (await import('../prose/prose-pane')).ProsePane })),
  },
  {
    id: 'checks',
    name: term('Checks'),
    toggle: term('Show or hide checks'),
    close: term('Close checks'),
    icon: ListChecks,
    keys: ['F7'],
    Content: lazy(async () => ({ default: (await import('../checks/checks-pane')).ChecksPane })),
  },
]
