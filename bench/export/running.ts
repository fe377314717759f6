import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/harness/command-line.ts'
import { loadSources } from '../load.ts'
import type { Site } from './contenders.ts'

/** The two exports before these only bring the worker into the state in which the app has it. */
const warmUps = 2

/** How long an export takes after a post was changed and released in the process that exported before, in ms each. */
export async function measureRunning(site: Site, rounds: number): Promise<number[]> {
  const sources = await loadSources()
  const library = sources.library.openLibrary(site.library)
  const exporter = sources.site.createExporter(join(root, 'out/main/site-worker.js'))
  const themeFolder = sources.site.findTheme(library.site().theme, {
    shipped: join(root, 'resources/themes'),
  })
  const job = { libraryPath: site.library, out: site.out, themeFolder }
  const { id } = library.post(site.corpus.edited) ?? {}
  if (id === undefined) throw new Error(`there is no post ${site.corpus.edited}`)
  const text = readFileSync(join(site.corpus.folder, `${site.corpus.edited}.md`), 'utf8')
  const taken: number[] = []
  try {
    for (let round = 0; round < rounds + warmUps; round++) {
      library.setBody(id, `${text}\nEdited while the app runs, ${round}.\n`)
      library.releases.update(id)
      const started = performance.now()
      const { written } = await exporter.run(job)
      if (round >= warmUps) taken.push(performance.now() - started)
      if (written === 0) throw new Error('the change did not reach the site')
    }
  } finally {
    await exporter.close()
    library.close()
    await sources.close()
  }
  return taken
}
