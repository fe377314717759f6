import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react'

interface Props {
  readonly areaRef: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly className: string | undefined
  readonly placeholder: string
  readonly value: string
  readonly maxLength: number
  readonly isReadOnly: boolean
  /** The id of what says more about it. */
  readonly describedBy?: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** A text area as high as its text. */
export function GrowingText({ areaRef, label, isReadOnly, describedBy, onChange, ...rest }: Props) {
  const { value } = rest
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows from the value.
  useLayoutEffect(() => fitHeight(areaRef.current), [areaRef, value])
  useLayoutEffect(() => {
    const area = areaRef.current
    if (area === null) return
    const observer = new ResizeObserver(() => fitHeight(area))
    observer.observe(area.parentElement ?? area)
    return () => observer.disconnect()
  }, [areaRef])
  return (
    <textarea
      {...rest}
      ref={areaRef}
      aria-label={label}
      aria-describedby={describedBy}
      rows={1}
      spellCheck
      dir="auto"
      readOnly={isReadOnly}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (area === null) return
  area.style.height = '0'
  // Its border is part of its height, and no part of what scrolls in it.
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
