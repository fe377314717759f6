import type { SiteSettings } from '../../document'
import { Field } from '../design/field'
import { Switch } from '../design/switch'
import { useSetting } from './use-setting'

/** The settings whose values are of a type. */
type Named<Value> = {
  [Name in keyof SiteSettings]: SiteSettings[Name] extends Value ? Name : never
}[keyof SiteSettings]

interface Props<Value> {
  readonly name: Named<Value>
  readonly label: string
  readonly hint?: string
}

/** A setting that is a line of text, saved while it is typed. */
export function TextSetting({
  name,
  label,
  hint,
  placeholder,
  type = 'text',
}: Props<string> & { readonly placeholder?: string; readonly type?: 'text' | 'date' }) {
  const setting = useSetting(name as 'title')
  return (
    <Field
      label={label}
      hint={hint}
      error={setting.error}
      type={type}
      value={setting.value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(text) => setting.set(text, true)}
      onBlur={setting.leave}
    />
  )
}

/** A setting that is on or off. */
export function SwitchSetting({ name, label, hint }: Props<boolean>) {
  const setting = useSetting(name)
  return <Switch label={label} hint={hint} isOn={setting.value} onChange={(isOn) => setting.set(isOn)} />
}
