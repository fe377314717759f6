import { useState } from 'react'
import type { SiteTheme, ThemeSetting } from '../../api/contract'
import { Button } from '../design/button'
import { Choice } from '../design/choice'
import { Field } from '../design/field'
import { Select } from '../design/select'
import { Switch } from '../design/switch'
import { useWords } from '../words/words'
import { ColourField } from './colour-field'
import { judgeLength } from './judge-length'
import styles from './theme-settings.module.css'
import { useSetting } from './use-setting'

/** What the theme can be set to. A value that equals the theme's own is not kept: it follows the theme. */
export function ThemeSettings({ theme }: { readonly theme: SiteTheme }) {
  const { say } = useWords()
  const { value: values, set, leave } = useSetting('themeSettings')
  const names = new Set(theme.settings.map(({ name }) => name))
  const isChanged = Object.keys(values).some((name) => names.has(name))
  const change = (setting: ThemeSetting, value: string, isTyped?: boolean) => {
    const { [setting.name]: _, ...others } = values
    set(value === setting.default ? others : { ...others, [setting.name]: value }, isTyped)
  }
  return (
    <>
      {theme.settings.map((setting) => (
        <SettingControl
          key={setting.name}
          setting={setting}
          value={values[setting.name] ?? setting.default}
          onChange={(value, isTyped) => change(setting, value, isTyped)}
          onLeave={leave}
        />
      ))}
      <div>
        <Button
          isDisabled={!isChanged}
          onPress={() => set(Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))))}
        >
          {say('Back to the theme’s own')}
        </Button>
      </div>
    </>
  )
}

interface ControlProps {
  readonly setting: ThemeSetting
  readonly value: string
  readonly onChange: (value: string, isTyped?: boolean) => void
  readonly onLeave: () => void
}

/** Letters that fit side by side, with the label before them. */
const roomInARow = 36

function SettingControl({ setting, value, onChange, onLeave }: ControlProps) {
  const { kind, label, hint, choices = [] } = setting
  const letters = label.length + choices.reduce((sum, choice) => sum + choice.label.length, 0)
  const hinted = hint === '' ? {} : { hint }
  switch (kind) {
    case 'switch':
      return (
        <Switch
          label={label}
          {...hinted}
          isOn={value === 'true'}
          onChange={(isOn) => onChange(String(isOn))}
        />
      )
    case 'choice':
      return (
        <div className={styles.choice}>
          {letters <= roomInARow ? (
            <Choice
              label={label}
              value={value}
              options={Object.fromEntries(choices.map((choice) => [choice.value, choice.label]))}
              onChange={onChange}
            />
          ) : (
            <Select label={label} value={value} options={choices} onChange={onChange} />
          )}
          {hint !== '' && <p className={styles.hint}>{hint}</p>}
        </div>
      )
    case 'colour':
      return <ColourField label={label} {...hinted} value={value} onChange={onChange} onLeave={onLeave} />
    case 'length':
      return <LengthControl {...{ setting, value, onChange, onLeave }} />
    case 'text':
      return (
        <Field
          label={label}
          {...hinted}
          maxLength={500}
          value={value}
          onChange={(text) => onChange(text, true)}
          onBlur={onLeave}
        />
      )
  }
}

/** A length is kept when it is one that the theme takes; what is typed on the way to it stays in the field. */
function LengthControl({ setting, value, onChange, onLeave }: ControlProps) {
  const [typed, setTyped] = useState<string>()
  const words = useWords()
  const { say } = words
  const { label, hint, min, max } = setting
  const range = min !== undefined && max !== undefined ? say('From {min} to {max}.', { min, max }) : ''
  return (
    <Field
      label={label}
      hint={[hint, range].filter(Boolean).join(' ')}
      error={typed === undefined ? undefined : judgeLength(typed, { min, max }, words)}
      value={typed ?? value}
      onChange={(text) => {
        setTyped(text)
        if (judgeLength(text, { min, max }, words) === undefined) onChange(text.trim(), true)
      }}
      onBlur={() => {
        if (typed !== undefined && judgeLength(typed, { min, max }, words) === undefined) setTyped(undefined)
        onLeave()
      }}
    />
  )
}
