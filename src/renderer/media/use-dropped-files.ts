import { type DragEvent, useRef, useState } from 'react'

/** Files that are dragged over a place and dropped on it. Spread `handlers` on the place. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false)
  // Coming into a child is told before leaving its parent.
  const depth = useRef(0)
  const leave = (by: number) => {
    depth.current = Math.max(0, depth.current - by)
    if (depth.current === 0) setOver(false)
  }
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    isOver,
    handlers: {
      onDragEnter(event: DragEvent) {
        if (!hasFiles(event)) return
        depth.current++
        setOver(true)
      },
      onDragOver(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDragLeave: () => leave(1),
      onDrop(event: DragEvent) {
        if (!hasFiles(event)) return
        event.preventDefault()
        leave(depth.current)
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}
