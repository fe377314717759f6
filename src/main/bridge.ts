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
import { type Term, term, type Words } from '../words'
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
  /** Of the page that has it, whose language it is in. */
  showMenu(menu: NativeMenu, language: string): void
  words(): Words
}

const path = z.string().min(1).max(4096)
const chooserWords: Record<FolderPurpose, { title: Term; buttonLabel: Term }> = {
  import: { title: term('Choose the folder of Markdown files'), buttonLabel: term('Import') },
  export: { title: term('Choose the folder for the site'), buttonLabel: term('Choose') },
  backups: { title: term('Choose the folder for backups'), buttonLabel: term('Choose') },
}

/** Answers the preload: the other end of `window.longhand`. */
export function answerBridge(host: BridgeHost): void {
  const { flushes, knows, log, api, showMenu, openWindow } = host
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
  hearSignal('show-menu', knows, z.tuple([menuSchema, z.string().max(20)]).parse, (_event, ...menu) =>
    showMenu(...menu),
  )
  hearSignal('open-window', knows, z.tuple([z.uuid().nullable()]).parse, (_event, post) => openWindow(post))
  hearSignal(
    'flushed',
    knows,
    z.tuple([z.number().int(), z.string().max(1000).nullable()]).parse,
    (_event, ...answer) => flushes.answer(...answer),
  )
  answerRequest('choose-folder', knows, z.tuple([z.enum(folderPurposes)]).parse, (sender, purpose) =>
    chooseFolder(sender, purpose, host.words()),
  )
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

async function chooseFolder(
  sender: WebContents,
  purpose: FolderPurpose,
  { say }: Words,
): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null) return null
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: say(chooserWords[purpose].title),
    buttonLabel: say(chooserWords[purpose].buttonLabel),
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] ?? null
}
