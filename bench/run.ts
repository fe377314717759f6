/**
 * `npm run bench [-- NAME…]`: (`library/screen` is a part of `library`) measures Longhand against something else on the same machine in the same run,
 * alternating, and prints ratios. Absolute times say little: machines differ and are noisy.
 */
import { describeMachine } from './machine.ts'

const desk = async () => (await import('./desk.ts')).benchDesk

const benchmarks: Record<string, () => Promise<void>> = {
  export: async () => (await import('./export.ts')).benchExport(),
  'export/large': async () => (await import('./export.ts')).benchExport(10_000),
  'export/lighthouse': async () => (await import('./lighthouse.ts')).benchLighthouse(),
  'export/cancel': async () => (await import('./export/cancel.ts')).benchCancel(),
  library: async () => (await import('./library.ts')).benchLibrary(),
  'library/commit': async () => (await import('./library.ts')).benchLibrary(['commit']),
  'library/opening': async () => (await import('./library.ts')).benchLibrary(['opening']),
  'library/search': async () => (await import('./library.ts')).benchLibrary(['search']),
  'library/screen': async () => (await import('./library.ts')).benchLibrary(['screen']),
  desk: async () => (await desk())(),
  'desk/keystroke': async () => (await desk())('keystroke'),
  'desk/preview': async () => (await desk())('preview'),
  'desk/switching': async () => (await desk())('switching'),
  'desk/start': async () => (await desk())('start'),
  'desk/first-paint': async () => (await desk())('first-paint'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  )
  process.exit(2)
}
console.log(describeMachine())
for (const [name, run] of Object.entries(benchmarks)) {
  if (asked.length === 0 ? !name.includes('/') : asked.includes(name)) await run()
}
