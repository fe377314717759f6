import type { MarkdownIt, StateCore } from 'markdown-it'

/**
 * GFM task lists: the `[ ]` or `[x]` that a list item begins with becomes a token `task`, and its item gets
 * `meta.isTask`.
 */
export function tasks(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'gfm_tasks', markTasks)
  md.renderer.rules.task = (tokens, index) =>
    `<input${tokens[index]?.meta?.isDone ? ' checked=""' : ''} disabled="" type="checkbox">`
}

function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return
    const item = state.tokens[index - 2]
    const first = token.children?.[0]
    if (item?.type !== 'list_item_open' || first?.type !== 'text') return
    const mark = /^\[([ xX])\](?=\s)/.exec(first.content)
    if (mark === null) return
    first.content = first.content.slice(mark[0].length)
    const box = new state.Token('task', 'input', 0)
    box.meta = { isDone: mark[1] !== ' ' }
    token.children?.unshift(box)
    item.meta = { isTask: true }
  })
}
