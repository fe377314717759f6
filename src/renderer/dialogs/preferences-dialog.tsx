import { usePreference } from '../app/preferences'
import { Button } from '../design/button'
import { Choice } from '../design/choice'
import { Dialog } from '../design/dialog'

/** How this screen looks, on this machine alone. */
export function PreferencesDialog({ onClose }: { readonly onClose: () => void }) {
  const [appearance, setAppearance] = usePreference('appearance')
  const [font, setFont] = usePreference('editorFont')
  return (
    <Dialog
      title="Preferences"
      onClose={onClose}
      actions={
        <Button look="solid" onPress={onClose}>
          Done
        </Button>
      }
    >
      <Choice
        label="Appearance"
        value={appearance}
        options={{ system: 'System', light: 'Light', dark: 'Dark' }}
        onChange={setAppearance}
      />
      <Choice
        label="Editor font"
        value={font}
        options={{ serif: 'Serif', sans: 'Sans', mono: 'Monospace' }}
        onChange={setFont}
      />
    </Dialog>
  )
}
