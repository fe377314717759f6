/* What pages do beyond reading: a remembered light or dark, copied code, asked-for videos, search. */
{
  const { copy = 'Copy', copied = 'Copied' } = document.currentScript.dataset
  const root = document.documentElement
  const key = 'scheme'
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === 'dark' : system.matches)

  /* Storage can be forbidden; then a choice holds for the page. */
  const remembered = (() => {
    try {
      return localStorage
    } catch {
      return {}
    }
  })()
  if (/^(light|dark)$/.test(remembered[key])) root.dataset.scheme = remembered[key]

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  /* The choice that is the system's own is no choice: the page follows it again. */
  const startScheme = (button) => {
    const show = () => button.setAttribute('aria-pressed', isDark())
    button.hidden = false
    button.onclick = () => {
      const wanted = isDark() ? 'light' : 'dark'
      delete root.dataset.scheme
      delete remembered[key]
      if (isDark() !== (wanted === 'dark')) root.dataset.scheme = remembered[key] = wanted
      show()
    }
    system.addEventListener('change', show)
    show()
  }

  const startCopy = (code) => {
    const button = make('button', { type: 'button', className: 'copy', textContent: copy })
    button.onclick = async () => {
      const lines = [...code.querySelectorAll('.line:not(.removed)')]
      const text = lines.length ? lines.map((line) => line.textContent.replace(/\n$/, '')).join('\n') : code.textContent
      await navigator.clipboard.writeText(text)
      button.textContent = copied
      setTimeout(() => {
        button.textContent = copy
      }, 2000)
    }
    const box = make('div', { className: 'code-box' })
    code.replaceWith(box)
    box.append(code, button)
  }

  const startEmbed = (link) => {
    link.onclick = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      const frame = make('iframe', { src: link.dataset.embed, title: link.textContent, allowFullscreen: true })
      frame.allow = 'fullscreen; picture-in-picture'
      link.parentElement.replaceWith(make('div', { className: 'embed-frame' }, frame))
      frame.focus()
    }
  }

  const startSearch = (box) => {
    const words = box.dataset
    const input = make('input', { type: 'search', id: 'query', name: 'q', autocomplete: 'off', spellcheck: false })
    const label = make('label', { htmlFor: 'query', textContent: words.label })
    const said = make('p', { className: 'search-said' })
    const list = make('ol', { className: 'search-found' })
    const more = make('button', { type: 'button', className: 'more', hidden: true, textContent: words.more })
    said.setAttribute('role', 'status')
    box.replaceChildren(make('form', { role: 'search' }, label, input), said, list, more)

    const pageOf = ({ url, meta, excerpt }) => {
      const item = make('li', {}, make('a', { href: url, textContent: meta.title }), make('p', { innerHTML: excerpt }))
      return item
    }
    const add = async (results) => {
      const at = list.children.length
      more.hidden = results.length <= at + 10
      more.onclick = () => add(results)
      const found = await Promise.all(results.slice(at, at + 10).map((result) => result.data()))
      list.append(...found.map(pageOf))
    }
    let engine
    const search = async () => {
      engine ??= import(new URL(`${words.pagefind}pagefind.js`, location.href))
      try {
        const found = await (await engine).debouncedSearch(input.value.trim(), {}, 150)
        if (found === null) return
        const count = found.results.length
        said.textContent = input.value.trim() ? `${count || words.none} ${count ? words.some : ''}` : ''
        list.replaceChildren()
        await add(found.results)
        history.replaceState(null, '', input.value ? `?q=${encodeURIComponent(input.value)}` : location.pathname)
      } catch (error) {
        engine = undefined
        said.textContent = words.failed
        console.error(error)
      }
    }
    input.oninput = search
    input.form.onsubmit = (event) => event.preventDefault()
    input.value = new URLSearchParams(location.search).get('q') ?? ''
    if (input.value) search()
    else input.focus()
  }

  const start = () => {
    const all = { '.scheme': startScheme, '.prose pre.code': startCopy, 'a[data-embed]': startEmbed, '#search': startSearch }
    for (const [selector, begin] of Object.entries(all)) document.querySelectorAll(selector).forEach(begin)
  }
  document.addEventListener('DOMContentLoaded', start)
}
