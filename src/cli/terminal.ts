import type { Progress } from '../api/contract'
import type { Outcome } from './command'
import type { Failure } from './failure'

/** The parts of a stream that printing needs. */
export interface Output {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  write(text: string): unknown
}

/** Where a command's result, notes and progress go. */
export interface Terminal {
  print(outcome: Outcome): void
  note(sentences: readonly string[]): void
  /** @param advice what to do, on a line of its own */
  fail(failure: Failure, advice?: string): void
  progress(progress: Progress): void
  /** Takes the progress bar away. */
  clear(): void
}

/**
 * Results go to `out`: text, or with `json` exactly one JSON document. Notes and progress go to `error`: a
 * bar on a terminal, else one line a step.
 */
export function openTerminal(out: Output, error: Output, json: boolean): Terminal {
  const bar = openBar(error)
  const say = (text: string) => {
    bar.clear()
    error.write(text)
  }
  return {
    print: (outcome) => {
      bar.clear()
      out.write(json ? `${JSON.stringify(outcome.json, null, 2)}\n` : outcome.text)
    },
    note: (sentences) => {
      const more = sentences.length - maxNotes
      for (const sentence of sentences.slice(0, maxNotes)) say(`${sentence}\n`)
      if (more > 0) say(`… and ${more} more; --json has them all.\n`)
    },
    fail: (failure, advice) => {
      if (json) out.write(`${JSON.stringify({ error: failure }, null, 2)}\n`)
      say(`longhand: ${failure.message}\n${advice === undefined ? '' : `${advice}\n`}`)
    },
    progress: bar.show,
    clear: bar.clear,
  }
}

const barWidth = 24
/** More sentences than this nobody reads on a terminal. */
const maxNotes = 20

function openBar(error: Output) {
  const state = { step: '', drawn: '' }
  const clear = () => {
    if (state.drawn !== '') error.write(`\r${' '.repeat(state.drawn.length)}\r`)
    state.drawn = ''
  }
  const show = ({ step, done, total }: Progress) => {
    if (error.isTTY !== true) {
      if (step !== state.step) error.write(`${step} …\n`)
      state.step = step
      return
    }
    const line = barLine({ step, done, total }).slice(0, (error.columns ?? 80) - 1)
    if (line === state.drawn) return
    clear()
    error.write(line)
    state.drawn = line
  }
  return { show, clear }
}

/** `[███████░░░░░░] 54 % Importing posts 540/1000` */
export function barLine({ step, done, total }: Progress): string {
  if (total === 0) return `${step} …`
  const share = Math.min(1, done / total)
  const full = Math.round(share * barWidth)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'█'.repeat(full)}${'░'.repeat(barWidth - full)}] ${percent} % ${step} ${done}/${total}`
}
