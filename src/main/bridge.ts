import { existsSync } from 'node:fs'
import {
  BrowserWindow,
  dialog,
  MessageChannelMain,
  type MessagePortMain,
  shell,
  type WebContents,
} from 'electron'
import { z } from 'zod'
import type { Api, Log } from '../api'
import { type FolderPurpose, folderPurposes, menuSchema, type NativeMenu } from '../api/contract'
import type { Flushes } from './flush'
import { answerRequest, hearSignal, type KnowsPage } from './ipc'
import { openOutside } from './links'
import { revealTarget } from './reveal'

export interface BridgeHost {
  readonly flushes: Flushes
  readonly log: Log
  readonly knows: KnowsPage
  /** Opens another window, with a post on its desk if one is named. */
  openWindow(post: string | null): void
  /** The library that is open; undefined while one is being chosen. */
  api(): Api | undefined
  showMenu(menu: NativeMenu): void
}

const path = z.string().min(1).max(4096)
const chooserWords: Record<FolderPurpose, { title: string; buttonLabel: string }> = {
  import: { title: 'Choose the Folder of Markdown Files', buttonLabel: 'Import' },
  export: { title: 'Choose the Folder for the Site', buttonLabel: 'Choose' },
  backups: { title: 'Choose the Folder for Backups', buttonLabel: 'Choose' },
}

/** Answers the preload: the other end of `window.longhand`. */
export function answerBridge({ flushes, knows, log, api, showMenu, openWindow }: BridgeHost): void {
  const ports = new WeakMap<WebContents, MessagePortMain>()

  hearSignal(
    'request-port',
    knows,
    () => [],
    ({ sender, senderFrame }) => {
      ports.get(sender)?.close()
      const { port1, port2 } = new MessageChannelMain()
      ports.set(sender, port1)
      api()?.upgradePort(port1)
      port1.start()
      senderFrame?.postMessage('port', null, [port2])
    },
  )
  hearSignal(
    'start-anew',
    knows,
    () => [],
    ({ sender }) => sender.reload(),
  )
  hearSignal('show-menu', knows, z.tuple([menuSchema]).parse, (_event, menu) => showMenu(menu))
  hearSignal('open-window', knows, z.tuple([z.uuid().nullable()]).parse, (_event, post) => openWindow(post))
  hearSignal(
    'flushed',
    knows,
    z.tuple([z.number().int(), z.string().max(1000).nullable()]).parse,
    (_event, ...answer) => flushes.answer(...answer),
  )
  answerRequest('choose-folder', knows, z.tuple([z.enum(folderPurposes)]).parse, chooseFolder)
  answerRequest('show-folder', knows, z.tuple([path]).parse, async (_sender, folder) => {
    const target = revealTarget(folder, existsSync)
    if (target !== undefined) shell.showItemInFolder(target)
    return target !== undefined
  })
  answerRequest('open-external', knows, z.tuple([path]).parse, async (_sender, url) => {
    const isOut = await openOutside(url, (address) => shell.openExternal(address))
    if (!isOut) log.info('A link that leads neither to the web nor to a mailbox was not opened.')
    return isOut
  })
}

async function chooseFolder(sender: WebContents, purpose: FolderPurpose): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null) return null
  const { filePaths } = await dialog.showOpenDialog(window, {
    ...chooserWords[purpose],
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}
