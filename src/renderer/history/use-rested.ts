import { useEffect, useRef, useState } from 'react'

/** While one drags, a version is read so often; the last one always is. */
const everyMs = 120

/** The value at most every 120 ms: reading a version costs more than drawing a thumb. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  const readAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, readAt.current + everyMs - performance.now())
    const timer = setTimeout(() => {
      readAt.current = performance.now()
      setRested(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
