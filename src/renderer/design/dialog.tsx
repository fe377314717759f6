import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/words'
import { IconButton } from './button'
import styles from './dialog.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** Whether Esc and a click outside may close it; false while a job runs that has its own Cancel. */
  readonly isDismissable?: boolean
  readonly width?: 'narrow' | 'wide' | 'full'
  readonly children: ReactNode
  /** The buttons at the foot, the main one last. */
  readonly actions?: ReactNode
}

/** A modal dialog with a heading, its content and its buttons. */
export function Dialog({ title, onClose, isDismissable = true, width = 'narrow', children, actions }: Props) {
  const { say } = useWords()
  return (
    <ModalOverlay
      isOpen
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            {isDismissable && (
              <IconButton label={say('Close')} onPress={onClose}>
                <X size={16} />
              </IconButton>
            )}
          </header>
          <div className={styles.content}>{children}</div>
          {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
