import type { Asset } from '../../library'
import type { House, Implementer } from './house'

/** The drawings of diagrams: made by a screen, kept in the library. */
export function drawingCalls(os: Implementer, { library }: House) {
  return {
    drawings: {
      find: os.drawings.find.handler(({ input }) =>
        input.sources.map((source) => {
          const kept = library.drawing(source)
          return kept === undefined ? null : show(kept)
        }),
      ),
      keep: os.drawings.keep.handler(({ input }) => show(library.addDrawing(input.source, input.svg))),
    },
  }
}

const show = ({ path, width, height }: Asset) => ({ path, width, height })
