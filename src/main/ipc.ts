import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { ShellNotices, ShellRequests, ShellSignals } from '../api/contract'
import { isOwnAddress } from './links'

/** Says whether a page is one of our windows. */
export type KnowsPage = (contents: WebContents) => boolean

/**
 * Whether a message comes from where it may: the top frame of a window that we opened, showing our own page.
 * A frame inside the page (the preview) has no voice.
 */
function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent, knows: KnowsPage): boolean {
  const { senderFrame, sender } = event
  return (
    senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url) && knows(sender)
  )
}

/** Answers a request of the preload, after the sender and then the arguments were judged. */
export function answerRequest<Channel extends keyof ShellRequests>(
  channel: Channel,
  knows: KnowsPage,
  parse: (args: readonly unknown[]) => Parameters<ShellRequests[Channel]>,
  act: (
    sender: WebContents,
    ...args: Parameters<ShellRequests[Channel]>
  ) => Promise<ReturnType<ShellRequests[Channel]>>,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    if (!isTrusted(event, knows)) throw new Error('This page may not ask for that.')
    return act(event.sender, ...parse(args))
  })
}

/** Hears a signal of the preload; one from elsewhere or of another shape is dropped. */
export function hearSignal<Channel extends keyof ShellSignals>(
  channel: Channel,
  knows: KnowsPage,
  parse: (args: readonly unknown[]) => ShellSignals[Channel],
  act: (event: IpcMainEvent, ...args: ShellSignals[Channel]) => void,
): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    if (isTrusted(event, knows)) act(event, ...parse(args))
  })
}

/** Tells a page something. */
export function notify<Channel extends keyof ShellNotices>(
  contents: WebContents,
  channel: Channel,
  ...args: ShellNotices[Channel]
): void {
  contents.send(channel, ...args)
}
