import type { TooltipView } from '@codemirror/view'
import type { Words } from '../../../words'
import './alternative-text.css'

interface Asked {
  /** Of the image, as Markdown names it. */
  readonly path: string
  readonly words: Words
  /** What it says now. */
  readonly text: () => string
  /** Hears the answer; undefined leaves everything as it is. */
  readonly onDone: (text: string | undefined) => void
}

/** A small form with the image beside it: what does it show? Enter answers, Escape leaves it. */
export function drawCard({ path, words: { say }, text, onDone }: Asked): TooltipView {
  const form = element('form', 'cm-altText')
  form.setAttribute('role', 'dialog')
  form.setAttribute('aria-label', say('Alternative text'))
  const image = element('img', 'cm-altText-image')
  // What the web shows, the page of the app doesn't load.
  if (path.startsWith('media/')) image.src = `/${path}`
  else image.hidden = true
  image.alt = ''
  const label = element('label', 'cm-altText-label')
  const field = element('input', 'cm-altText-field')
  field.type = 'text'
  field.maxLength = 1000
  field.value = text()
  field.placeholder = say('In a few words, for those who can’t see it')
  const question = element('span', 'cm-altText-question')
  question.textContent = say('What does the image show?')
  label.append(question, field)
  const done = element('button', 'cm-altText-done')
  done.type = 'submit'
  done.textContent = say('Done')
  const skip = element('button', 'cm-altText-skip')
  skip.type = 'button'
  skip.textContent = say('Not now')
  const buttons = element('div', 'cm-altText-buttons')
  buttons.append(skip, done)
  form.append(image, label, buttons)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onDone(field.value)
  })
  skip.addEventListener('click', () => onDone(undefined))
  form.addEventListener('keydown', (event) => {
    // Keys of the editor are not meant for the field.
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    onDone(undefined)
  })
  return {
    dom: form,
    mount: () => {
      field.focus({ preventScroll: true })
      field.select()
    },
  }
}

function element<Name extends 'form' | 'img' | 'label' | 'input' | 'span' | 'button' | 'div'>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.className = className
  return made
}
