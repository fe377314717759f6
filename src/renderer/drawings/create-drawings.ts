import type { Calls } from '../app/connection'
import { DrawingBoard } from './drawing-board'
import { Drawings } from './drawings'

/** The drawings of this window: kept in the library, made on a board of its own. */
export function createDrawings({ drawings }: Calls): Drawings {
  const board = new DrawingBoard()
  return new Drawings({
    find: (input) => drawings.find(input),
    keep: (input) => drawings.keep(input),
    draw: (source) => board.draw(source),
  })
}
