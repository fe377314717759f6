import { LonghandError } from '../../document'
import type { House, Implementer } from './house'

/** An image of a modern camera has 5–20 MB; more than this would not go through a socket in one piece. */
const maxAssetBytes = 40 * 1024 * 1024

/** The originals of the library and where they are used. */
export function mediaCalls(os: Implementer, { library }: House) {
  return {
    assets: {
      add: os.assets.add.handler(({ input: { name, bytes } }) => {
        checkSize(bytes, name)
        const { path, type } = library.addAsset(bytes, name)
        return { path, type }
      }),
    },
    media: {
      list: os.media.list.handler(({ input }) => {
        const { total, counts, items } = library.media.list(input)
        return { total, counts, items: items.map((item) => ({ ...item, uses: [...item.uses] })) }
      }),
      replace: os.media.replace.handler(({ input: { path, name, bytes } }) => {
        checkSize(bytes, name)
        return library.media.replace(path, bytes, name)
      }),
      remove: os.media.remove.handler(({ input }) => library.media.remove(input.paths)),
      restore: os.media.restore.handler(({ input }) => library.media.restore(input.paths)),
    },
  }
}

function checkSize(bytes: Uint8Array, name: string): void {
  if (bytes.length > maxAssetBytes)
    throw new LonghandError('bad-input', `“${name}” is larger than 40 MB and was not added.`)
}
