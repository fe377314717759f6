import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ShellBridge } from '../../api/contract'
import type { SiteSettings } from '../../document'
import { CommandKeys } from '../commands/command-keys'
import { type DeskHandle, DeskHandleProvider } from '../desk/desk-handle'
import { OpenDialog } from '../dialogs/open-dialog'
import { createDrawings } from '../drawings/create-drawings'
import { useAlone } from '../focus/use-alone'
import { useTextLook } from '../focus/use-text-look'
import { PageRenderer } from '../preview/page-renderer'
import { createProse } from '../prose/create-prose'
import { useProseSettings } from '../prose/use-prose'
import { createSettings } from '../site/create-settings'
import { useMissingTabs } from '../tabs/use-missing-tabs'
import { useWords, WordsProvider } from '../words/words'
import { useAppearance } from './appearance'
import { useBackupTrouble } from './backup-trouble'
import type { Connection } from './connection'
import { useFirstPost } from './first-post'
import { useFlushOnLeave } from './flush-on-leave'
import { Frame } from './frame'
import { useLibraryChanges } from './library-changes'
import { keys } from './library-view'
import { NoticesProvider } from './notices'
import { createDrafts, createQueries, type Services, ServicesProvider } from './services'
import { StartTrouble } from './start-trouble'
import { TroubleBoundary } from './trouble-boundary'
import { WorkspaceProvider } from './workspace'

interface Props {
  readonly connection: Connection
  readonly bridge: ShellBridge | undefined
}

type Start =
  | { readonly kind: 'starting' }
  | { readonly kind: 'started'; readonly services: Services }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The screen in the writer's language. */
export function App(props: Props) {
  useAppearance()
  return (
    <WordsProvider>
      <StartingScreen {...props} />
    </WordsProvider>
  )
}

/** Asks the library who it is, then shows it. */
function StartingScreen({ connection, bridge }: Props) {
  const [start, setStart] = useState<Start>({ kind: 'starting' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    let isWanted = true
    const begin = async () => {
      const info = await connection.calls.app.info()
      const queries = createQueries()
      const drafts = createDrafts(connection, info.epoch)
      const { calls } = connection
      const pages = new PageRenderer(createDrawings(calls))
      const settings = createSettings(calls, queries)
      const prose = createProse(
        () => queries.getQueryData<SiteSettings>(keys.site)?.language ?? '',
        bridge?.spelling,
      )
      const services = { connection, calls, bridge, queries, drafts, settings, pages, prose, info }
      if (isWanted) setStart({ kind: 'started', services })
    }
    begin().catch((error: unknown) => isWanted && setStart({ kind: 'failed', error }))
    return () => {
      isWanted = false
    }
  }, [connection, bridge, attempt])

  switch (start.kind) {
    case 'starting':
      return null
    case 'failed':
      return (
        <StartTrouble
          connection={connection}
          error={start.error}
          onRetry={() => setAttempt((before) => before + 1)}
        />
      )
    case 'started':
      return <Screen services={start.services} />
  }
}

function Screen({ services }: { readonly services: Services }) {
  // Another language draws everything anew: nothing is left over from the one before.
  const { language, hear } = useWords()
  const { translate } = services.connection
  useEffect(() => translate(hear), [translate, hear])
  const desk = useRef<DeskHandle>({
    editor: undefined,
    post: undefined,
    title: undefined,
  })
  return (
    <ServicesProvider value={services}>
      <QueryClientProvider client={services.queries}>
        <DeskHandleProvider value={desk}>
          <WorkspaceProvider>
            <NoticesProvider>
              <CommandKeys>
                <Background />
                <TroubleBoundary>
                  <Frame key={language} />
                </TroubleBoundary>
                <TroubleBoundary>
                  <OpenDialog />
                </TroubleBoundary>
              </CommandKeys>
            </NoticesProvider>
          </WorkspaceProvider>
        </DeskHandleProvider>
      </QueryClientProvider>
    </ServicesProvider>
  )
}

/** What goes on for as long as the window is open. */
function Background() {
  useLibraryChanges()
  useFlushOnLeave()
  useFirstPost()
  useMissingTabs()
  useBackupTrouble()
  useTextLook()
  useAlone()
  useProseSettings()
  return null
}
