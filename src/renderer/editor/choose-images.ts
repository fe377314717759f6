import type { DeskHandle } from '../desk/desk-handle'
import { chooseFiles } from '../media/choose-files'
import { insertImages } from './paste/images'

/** Asks for images and puts them into the post on the desk, where its cursor is. */
export async function chooseImages(desk: DeskHandle): Promise<void> {
  const { editor } = desk
  const files = await chooseFiles({ accept: 'image/*', isMultiple: true })
  // Another post may be there by now; the images were meant for this one.
  if (editor !== undefined && editor === desk.editor) insertImages(editor, files)
}
