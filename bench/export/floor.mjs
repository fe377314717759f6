/**
 * The least that an export has to do: markdown-it and Lezer over the posts of a folder, on as many threads as there are
 * cores, and the pages written. `node floor.mjs POSTS OUT`; nothing else of a site is made.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

const [posts, out] = isMainThread ? process.argv.slice(2) : workerData.folders

if (isMainThread) {
  const files = readdirSync(posts)
  const threads = availableParallelism()
  for (let thread = 0; thread < threads; thread++) {
    const own = files.filter((_, index) => index % threads === thread)
    new Worker(new URL(import.meta.url), { workerData: { folders: [posts, out], files: own } })
  }
} else {
  const render = await createRenderer()
  for (const file of workerData.files) {
    const [, , ...body] = readFileSync(join(posts, file), 'utf8').split(/^---$/m)
    const folder = join(out, file.replace(/\.md$/, ''))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.html'), render(body.join('---')))
  }
}

async function createRenderer() {
  const { default: MarkdownIt } = await import('markdown-it')
  const { classHighlighter, highlightCode } = await import('@lezer/highlight')
  const parsers = await loadParsers()
  const highlight = (code, language) => {
    const parser = parsers[language]
    if (parser === undefined) return ''
    let html = ''
    const put = (text, classes) => {
      html += classes ? `<span class="${classes}">${escapeHtml(text)}</span>` : escapeHtml(text)
    }
    highlightCode(code, parser.parse(code), classHighlighter, put, () => put('\n', ''))
    return html
  }
  const markdown = new MarkdownIt({ html: true, linkify: true, highlight })
  return (source) => markdown.render(source)
}

async function loadParsers() {
  const [
    { parser: js },
    { parser: json },
    { parser: yaml },
    { parser: rust },
    { parser: go },
    { StandardSQL },
    { StreamLanguage },
    { shell },
  ] = await Promise.all([
    import('@lezer/javascript'),
    import('@lezer/json'),
    import('@lezer/yaml'),
    import('@lezer/rust'),
    import('@lezer/go'),
    import('@codemirror/lang-sql'),
    import('@codemirror/language'),
    import('@codemirror/legacy-modes/mode/shell'),
  ])
  const ts = js.configure({ dialect: 'ts' })
  const bash = StreamLanguage.define(shell).parser
  return { js, ts, json, yaml, rust, go, sql: StandardSQL.language.parser, bash }
}

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
