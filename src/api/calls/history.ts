import { compareFaces } from '../../document'
import type { Version } from '../../library'
import type { PostVersion } from '../contract'
import type { House, Implementer } from './house'

/** The past of posts, and their two faces. */
export function historyCalls(os: Implementer, { library }: House) {
  const { history, releases } = library
  const show = ({ device, ...version }: Version): PostVersion => {
    const isThis = device === library.device
    // Until devices know of each other, another one has no name but its id.
    return {
      ...version,
      device: { id: device, name: isThis ? library.deviceName : device.slice(0, 8), isThis },
    }
  }
  return {
    history: {
      list: os.history.list.handler(({ input: { id } }) => [
        { ...show({ ...history.now(id), kind: 'session' }), id: 'now', kind: 'now' as const },
        ...history.list(id).map(show),
      ]),
      read: os.history.read.handler(({ input: { id, version } }) => {
        const { tags, ...state } = history.read(id, version)
        return { ...state, tags: [...tags] }
      }),
      compare: os.history.compare.handler(({ input: { id, from, to } }) => {
        const [before, after] = [history.read(id, from), history.read(id, to)]
        // What is released has an address of its own; restoring a version leaves the post where it is.
        const isAddressed = from === 'released' || to === 'released'
        const difference = compareFaces(before, isAddressed ? after : { ...after, slug: before.slug })
        return {
          fields: [...difference.fields],
          title: [...difference.title],
          summary: [...difference.summary],
          body: [...difference.body],
        }
      }),
      mark: os.history.mark.handler(({ input: { id, name } }) => show(history.mark(id, name ?? null))),
      rename: os.history.rename.handler(({ input: { id, version, name } }) =>
        show(history.rename(id, version, name)),
      ),
      restore: os.history.restore.handler(({ input: { id, version } }) => ({
        before: show(history.restore(id, version).before),
      })),
    },
    releases: {
      update: os.releases.update.handler(({ input }) => releases.update(input.id)),
      discard: os.releases.discard.handler(({ input }) => releases.discard(input.id)),
    },
  }
}
