/**
 * `node e2e/harness/check-site.ts FOLDER [BASE] [ORIGIN]`: what is wrong with an exported site. Dead links inside it
 * and what html-validate says of each page; exits with 1 when there is anything.
 */
import { join } from 'node:path'
import { deadLinks } from './dead-links.ts'
import { filesIn } from './folders.ts'
import { invalidPages } from './validate-html.ts'

const [folder, base = '/', origin] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node e2e/harness/check-site.ts FOLDER [BASE] [ORIGIN]')
  process.exit(2)
}
const pages = (await filesIn(folder)).filter((file) => file.endsWith('.html'))
const wrong = [
  ...(await deadLinks(folder, base, origin)),
  ...(await invalidPages(pages.map((page) => join(folder, page)))),
]
for (const line of wrong) console.log(line)
console.log(`${pages.length} pages, ${wrong.length} problems`)
process.exitCode = wrong.length === 0 ? 0 : 1
