import { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { ShellBridge } from '../../api/contract'
import { type DraftSession, openSession } from '../drafts/draft-session'
import { OpenDrafts } from '../drafts/open-drafts'
import type { PageRenderer } from '../preview/page-renderer'
import type { ProseReader } from '../prose/prose-reader'
import type { SettingsKeeper } from '../site/settings-keeper'
import { systemClock } from './clock'
import { type Calls, type Connection, codeOf, sentenceOf } from './connection'

/** What the library told of itself at the start. */
type LibraryInfo = Awaited<ReturnType<Calls['app']['info']>>

/** What every part of the screen may use. Made once, when the window opens. */
export interface Services {
  readonly connection: Connection
  readonly calls: Calls
  readonly bridge: ShellBridge | undefined
  readonly queries: QueryClient
  readonly drafts: OpenDrafts
  readonly settings: SettingsKeeper
  readonly pages: PageRenderer
  readonly prose: ProseReader
  readonly info: LibraryInfo
}

const ServicesContext = createContext<Services | undefined>(undefined)
export const ServicesProvider = ServicesContext.Provider

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === undefined) throw new Error('useServices outside ServicesProvider')
  return services
}

/** Answers never grow stale by themselves: the library says what changed. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && codeOf(error) === 'busy',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** The drafts of this window, opened through the connection. `epoch`: of the library that they belong to. */
export function createDrafts(connection: Connection, epoch: string): OpenDrafts {
  const { drafts } = connection.calls
  const onReconnect = (listener: () => void) =>
    connection.subscribe(() => {
      if (connection.state() === 'open') listener()
    })
  return new OpenDrafts(
    (id): Promise<DraftSession> =>
      openSession(id, {
        calls: {
          open: (post) => drafts.open({ id: post }),
          append: (post, update) => drafts.append({ id: post, update, epoch }),
          desk: async (post) => (await drafts.desk({ id: post })).state,
          changes: (post, after, signal) => drafts.changes({ id: post, after }, { signal }),
        },
        clock: systemClock,
        explain: sentenceOf,
        onReconnect,
      }),
  )
}
