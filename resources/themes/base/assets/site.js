/* What pages do beyond reading: a remembered light or dark, copied code, asked-for videos. */
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
      const text = lines.length
        ? lines.map((line) => line.textContent.replace(/\n$/, '')).join('\n')
        : code.textContent
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
      const frame = make('iframe', {
        src: link.dataset.embed,
        title: link.textContent,
      })
      frame.allow = 'fullscreen; picture-in-picture'
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      link.parentElement.replaceWith(make('div', { className: 'embed-frame' }, frame))
      frame.focus()
    }
  }

  const start = () => {
    const all = { '.scheme': startScheme, '.prose pre.code': startCopy, 'a[data-embed]': startEmbed }
    for (const [selector, begin] of Object.entries(all)) document.querySelectorAll(selector).forEach(begin)
  }
  document.addEventListener('DOMContentLoaded', start)
}
