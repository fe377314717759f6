import { LonghandError, type PostId } from '../../document'
import { maxDeskBytes, repairOpen } from '../../library'
import { type House, type Implementer, openMailbox } from './house'
import { streamJob } from './jobs'

/** Far above what a writer makes in 50 ms (a pasted book is 2 MB), far below what a socket may carry. */
const maxUpdateBytes = 16 * 1024 * 1024

/** Documents as the editor needs them: whole once, then update by update. */
export function draftCalls(os: Implementer, house: House) {
  const { library } = house
  return {
    drafts: {
      open: os.drafts.open.handler(({ input }) => library.openDraft(input.id)),
      append: os.drafts.append.handler(({ input: { id, update, epoch } }) => {
        if (epoch !== undefined && epoch !== library.device) throw replaced()
        if (update.length > maxUpdateBytes) {
          throw new LonghandError('bad-input', 'One edit may have at most 16 MB. It is still on the screen.')
        }
        return library.appendUpdate(id, update)
      }),
      changes: os.drafts.changes.handler(({ input, signal }) =>
        streamUpdates(house, input.id, input.after, signal),
      ),
      desk: os.drafts.desk.handler(({ input }) => ({ state: library.desks.read(input.id) ?? null })),
      saveDesk: os.drafts.saveDesk.handler(({ input: { id, state } }) => {
        if (state.length > maxDeskBytes)
          throw new LonghandError('bad-input', 'The state of this desk is too large to be kept.')
        library.desks.save(id, state)
        return {}
      }),
    },
    library: {
      changes: os.library.changes.handler(({ signal }) => streamChanges(house, signal)),
      repair: os.library.repair.handler(({ signal }) =>
        streamJob(house, signal, async ({ onProgress }) => {
          onProgress({ step: 'Checking the library', done: 0, total: 0 })
          const { problems, repaired, ...report } = await repairOpen(library)
          return { ...report, problems: [...problems], repaired: [...repaired] }
        }),
      ),
      verify: os.library.verify.handler(() => {
        const { ok, posts, problems } = library.verify()
        return { ok, posts, problems: [...problems] }
      }),
    },
  }
}

const replaced = () =>
  new LonghandError(
    'busy',
    'A backup was put in the place of the library. This window shows what was there before; it starts anew in a moment.',
  )

/**
 * Every update of a document after number `after`, by whomever: those in the log first, then each as it is
 * committed. It listens before it reads, and reads the log by number, so that none is lost or sent twice.
 */
function streamUpdates(house: House, id: PostId, after: number, signal: AbortSignal | undefined) {
  if (house.library.post(id) === undefined) {
    throw new LonghandError('not-found', 'This post is not in the library any more.')
  }
  let sent = after
  const send = () => {
    for (const { seq, bytes } of house.library.updatesAfter(id, sent)) {
      sent = seq
      updates.post({ seq, update: bytes })
    }
  }
  const stop = house.library.onChange(({ documents }) => {
    if (!documents.includes(id)) return
    try {
      send()
    } catch (error) {
      updates.fail(error)
    }
  })
  const updates = openMailbox<{ seq: number; update: Uint8Array }>(house, signal, { onClose: stop })
  try {
    send()
  } catch (error) {
    updates.end()
    throw error
  }
  return updates.events
}

/** The ids of documents that change from now on; what a slow reader missed comes as one event. */
function streamChanges(house: House, signal: AbortSignal | undefined) {
  const changes = openMailbox<{ documents: string[]; epoch: string }>(house, signal, {
    onClose: () => stop(),
    merge: (waiting, next) => ({
      documents: [...new Set([...waiting.documents, ...next.documents])],
      epoch: next.epoch,
    }),
  })
  const { library } = house
  const stop = library.onChange(({ documents }) =>
    changes.post({ documents: [...documents], epoch: library.device }),
  )
  return changes.events
}
