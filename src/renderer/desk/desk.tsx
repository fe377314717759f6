import type { EditorView } from '@codemirror/view'
import { FileText } from 'lucide-react'
import {
  type CSSProperties,
  lazy,
  type PointerEvent,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { PostId } from '../../document'
import { sentenceOf } from '../app/connection'
import { useCounts, useSiteSettings } from '../app/library-view'
import { LiveValue } from '../app/live-value'
import { distanceFromStart, PaneDivider } from '../app/pane-divider'
import { usePostActions } from '../app/post-actions'
import { usePreference } from '../app/preferences'
import { usePost } from '../app/use-post'
import { useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import type { DraftSession } from '../drafts/draft-session'
import { useDraft } from '../drafts/use-draft'
import { FormatBar } from '../editor/bar/format-bar'
import { Editor } from '../editor/editor'
import { HistoryView } from '../history/history-view'
import { Preview } from '../preview/preview'
import { useRendering } from '../preview/use-rendering'
import { SideArea } from '../side/side-area'
import { TabBar } from '../tabs/tab-bar'
import { useWords } from '../words/words'
import styles from './desk.module.css'
import { PostHead } from './post-head'
import { StatusBar } from './status-bar'
import { Toolbar } from './toolbar'
import { useKeptDesk } from './use-kept-desk'

const ProseTools = lazy(async () => ({ default: (await import('../prose/prose-tools')).ProseTools }))

/** Where a post is written: tools above, text and page side by side, the status bar below. */
export function Desk() {
  const { say } = useWords()
  const { selected } = useWorkspace()
  const post = usePost(selected)
  return (
    <main aria-label={say('Desk')} className={styles.desk}>
      <h1 className="visually-hidden">{post ? post.title || say('Untitled') : 'Longhand'}</h1>
      <TabBar />
      <Toolbar post={post} />
      {selected === undefined ? <NothingSelected /> : <OpenPost key={selected} id={selected} />}
    </main>
  )
}

function NothingSelected() {
  const { say } = useWords()
  const { place } = useWorkspace()
  const actions = usePostActions()
  // An empty library says in its list what to do first; once is enough.
  const hasPosts = (useCounts().data?.all ?? 0) > 0
  const isAmongPosts = hasPosts && !['trash', 'page', 'changed'].includes(place.kind)
  return (
    <Empty icon={<FileText size={28} strokeWidth={1.25} />} title={say('No post selected')}>
      {isAmongPosts && <p>{say('Choose one from the list, or start a new one.')}</p>}
      {isAmongPosts && <Button onPress={() => void actions.create(place)}>{say('Write a post')}</Button>}
    </Empty>
  )
}

function OpenPost({ id }: { readonly id: PostId }) {
  const { say } = useWords()
  const draft = useDraft(id)
  switch (draft.kind) {
    case 'opening':
      return <div className={styles.body} aria-busy />
    case 'failed':
      return (
        <Empty title={say('This post can’t be opened')}>
          <p role="alert">{sentenceOf(draft.error)}</p>
          <Button onPress={draft.retry}>{say('Try again')}</Button>
        </Empty>
      )
    case 'open':
      return <PostDesk session={draft.session} />
  }
}

function PostDesk({ session }: { readonly session: DraftSession }) {
  const { say } = useWords()
  const [preferredView] = usePreference('view')
  const [share, setShare] = usePreference('editorShare')
  const [isSideShown] = usePreference('isSideShown')
  const [editor, setEditor] = useState<EditorView>()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const panels = useRef<HTMLDivElement>(null)
  const [position] = useState(() => new LiveValue({ line: 1, column: 1 }))
  useKeptDesk(session, { view: editor, scroller, position })
  const post = usePost(session.id)
  const isTrashed = post !== undefined && post.trashedAt !== null
  const surroundings = useSurroundings(session.id)
  const look = useLook()
  const { history, isAlone } = useWorkspace()
  const view = isAlone && preferredView === 'split' ? 'editor' : preferredView
  const rendering = useRendering(session, view !== 'editor' && history === undefined)
  const onResize = useCallback(
    (x: number) => {
      const box = body.current?.getBoundingClientRect()
      if (box && body.current)
        setShare(Math.min(0.75, Math.max(0.25, distanceFromStart(body.current, x) / box.width)))
    },
    [setShare],
  )
  return (
    <>
      {isTrashed && <TrashedNote id={session.id} />}
      {history && post && (
        <HistoryView key={JSON.stringify(history)} session={session} post={post} place={history} />
      )}
      {/* Kept while the history is read, with its cursor, its scroll place and what can be undone. */}
      <div className={styles.middle} data-side={isSideShown || undefined} hidden={history !== undefined}>
        <div ref={body} className={styles.body} data-view={view}>
          <div
            className={styles.writing}
            data-writing
            style={{ '--share': `${share * 100}%` } as CSSProperties}
          >
            {!isTrashed && !isAlone && <FormatBar />}
            <div ref={panels} />
            <div
              ref={scroller}
              className={styles.scroller}
              data-scroller
              onPointerDown={(event) => goToEnd(event, editor)}
            >
              <div className={styles.column} data-room>
                <PostHead session={session} isReadOnly={isTrashed} />
                <Editor
                  session={session}
                  isReadOnly={isTrashed}
                  position={position}
                  panels={panels}
                  onView={setEditor}
                />
              </div>
            </div>
          </div>
          {view === 'split' && (
            <PaneDivider label={say('Width of the editor')} value={(share - 0.25) * 200} onMove={onResize} />
          )}
          {view !== 'editor' && (
            <div className={styles.page}>
              <Preview
                id={session.id}
                rendering={rendering}
                view={editor}
                scroller={scroller}
                surroundings={surroundings}
                look={look}
              />
            </div>
          )}
        </div>
        {isSideShown && !isAlone && (
          <SideArea
            session={session}
            isReadOnly={isTrashed}
            editor={editor}
            position={position}
            rendering={rendering}
          />
        )}
      </div>
      <Suspense>
        <ProseTools session={session} editor={editor} />
      </Suspense>
      <StatusBar session={session} rendering={rendering} position={position} />
    </>
  )
}

/** Pressing on the room below the text goes to its end. */
function goToEnd(event: PointerEvent<HTMLElement>, editor: EditorView | undefined): void {
  const { target, currentTarget, clientY } = event
  const isRoom = target === currentTarget || (target instanceof HTMLElement && 'room' in target.dataset)
  const textEnd = editor?.dom.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
  if (!isRoom || clientY < textEnd) return
  event.preventDefault()
  editor?.focus()
  editor?.dispatch({ selection: { anchor: editor.state.doc.length } })
}

function TrashedNote({ id }: { readonly id: PostId }) {
  const { say } = useWords()
  const actions = usePostActions()
  return (
    <div className={styles.note}>
      <span>{say('This post is in the trash and can only be read.')}</span>
      <Button onPress={() => void actions.restore(id)}>{say('Restore')}</Button>
    </div>
  )
}

/** What the theme shows around the text, as one string that changes when any of it does. */
function useSurroundings(id: PostId): string {
  const post = usePost(id)
  const site = useSiteSettings().data
  return useMemo(() => {
    if (post === undefined) return ''
    const { title, summary, date, tags, cover, language, slug } = post
    return JSON.stringify([title, summary, date, tags, cover, language, slug, site])
  }, [post, site])
}

/** The theme and what it is set to, as one string; empty until they are known. */
function useLook(): string {
  const site = useSiteSettings().data
  return useMemo(() => (site === undefined ? '' : JSON.stringify([site.theme, site.themeSettings])), [site])
}
