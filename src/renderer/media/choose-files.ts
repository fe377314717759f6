interface Options {
  /** As `accept` of a file input: `image/*`. Everything when left out. */
  readonly accept?: string
  readonly isMultiple?: boolean
}

/** Opens the system's file chooser. Call it from a key or a press, else a browser refuses. Empty when cancelled. */
export function chooseFiles({ accept, isMultiple = false }: Options = {}): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = isMultiple
  if (accept !== undefined) input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
