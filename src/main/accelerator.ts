const names: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}
const known =
  /^(CmdOrCtrl|Ctrl|Alt|Shift|Up|Down|Left|Right|Enter|Backspace|Delete|Insert|PageUp|PageDown|Home|End|Escape|Tab|Space|F\d{1,2}|[!-~])$/

/** A key of the page, `Mod+Alt+ArrowUp`, as Electron writes it; undefined for one that Electron has no name for. */
export function toAccelerator(key: string): string | undefined {
  const parts = key.split('+').map((part) => names[part] ?? part)
  return parts.every((part) => known.test(part)) ? parts.join('+') : undefined
}
