import { type Preferences, usePreference } from '../app/preferences'
import { Choice } from '../design/choice'
import { Select } from '../design/select'
import { Switch } from '../design/switch'
import { useWords } from '../words/words'
import type { SettingRow } from './setting-rows'

/** More than this many stand in a list instead of side by side. */
const mostSideBySide = 4

/** What a setting is changed by. */
export function RowControl({ row }: { readonly row: SettingRow }) {
  const { say } = useWords()
  switch (row.kind) {
    case 'own':
      return <row.Control label={say(row.name)} hint={say(row.hint)} />
    case 'switch':
      return <SwitchRow row={row} />
    case 'choice':
      return <ChoiceRow row={row} />
  }
}

function SwitchRow({ row }: { readonly row: SettingRow }) {
  const { say } = useWords()
  // The table is typed where it is written: the id of such a row is that of a preference of its kind.
  const [isOn, set] = usePreference(row.id as keyof Preferences as 'isTypewriter')
  return <Switch label={say(row.name)} hint={say(row.hint)} isOn={isOn} onChange={set} />
}

function ChoiceRow({ row }: { readonly row: Extract<SettingRow, { kind: 'choice' }> }) {
  const { say } = useWords()
  const [value, set] = usePreference(row.id as keyof Preferences as 'editorSize' | 'lineWidth')
  const options = row.options.map(({ value: option, name }) => ({
    value: String(option),
    label: typeof name === 'object' ? name.plain : say(name),
  }))
  const choose = (text: string) => {
    const chosen = row.options.find((option) => String(option.value) === text)
    if (chosen !== undefined) set(chosen.value as typeof value as never)
  }
  const shared = { label: say(row.name), hint: say(row.hint), value: String(value), onChange: choose }
  return options.length > mostSideBySide ? (
    <Select {...shared} options={options} isRow />
  ) : (
    <Choice {...shared} options={Object.fromEntries(options.map((option) => [option.value, option.label]))} />
  )
}
