/* The search page: nothing is loaded before something is typed or chosen. Words and addresses come with the box. */
{
  const box = document.getElementById('search')
  const words = box.dataset
  const atOnce = 10

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }
  const choice = (name, label, all) => {
    const select = make('select', { name, ariaLabel: label }, make('option', { value: '', textContent: all }))
    return make('span', { className: 'search-choice', hidden: true }, select)
  }

  const input = make('input', {
    type: 'search',
    id: 'query',
    name: 'q',
    autocomplete: 'off',
    spellcheck: false,
  })
  const tags = choice('tag', words.tags, words.allTags)
  const years = choice('year', words.year, words.allYears)
  const said = make('p', { className: 'search-said' })
  const list = make('ol', { className: 'search-found' })
  const more = make('button', { type: 'button', className: 'more', hidden: true, textContent: words.more })
  const label = make('label', { htmlFor: 'query', textContent: words.label })
  const choices = make('div', { className: 'search-choices' }, tags, years)
  const form = make('form', { role: 'search' }, label, input, choices)
  said.setAttribute('role', 'status')

  /* The excerpt comes with <mark> around what was found and all else escaped; nothing of it is read as HTML. */
  const marked = (excerpt) =>
    excerpt.split(/<\/?mark>/).map((part, nth) => {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      return nth % 2 ? make('mark', { textContent: text }) : text
    })
  const day = (date) =>
    new Date(date).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' })

  const item = ({ url, meta: { title, date }, excerpt }) =>
    make(
      'li',
      {},
      make('a', { href: url, textContent: title }),
      ...(date ? [make('time', { dateTime: date, textContent: day(date) })] : []),
      make('p', {}, ...marked(excerpt)),
    )

  let asked = 0
  const show = async (results) => {
    const question = asked
    const from = list.children.length
    const next = await Promise.all(results.slice(from, from + atOnce).map((result) => result.data()))
    if (question !== asked) return
    list.append(...next.map(item))
    more.hidden = results.length <= from + atOnce
    more.onclick = async () => {
      await show(results)
      list.children[from + atOnce]?.querySelector('a').focus()
    }
  }

  const offer = (choice, counts, newestFirst) => {
    const select = choice.firstChild
    const names = Object.keys(counts ?? {}).sort((a, b) => a.localeCompare(b) * (newestFirst ? -1 : 1))
    select.append(...names.map((name) => make('option', { value: name, textContent: name })))
    select.value = new URLSearchParams(location.search).get(select.name) ?? ''
    if (select.selectedIndex < 0) select.value = ''
    choice.hidden = names.length === 0
  }

  let engine
  const load = async () => {
    const loaded = await import(new URL('pagefind.js', new URL(words.pagefind, location.href)))
    const { tag, year } = await loaded.filters()
    offer(tags, tag)
    offer(years, year, true)
    return loaded
  }

  const remember = () => {
    const query = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)))
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
  }

  const search = async () => {
    const question = ++asked
    try {
      engine ??= load()
      const loaded = await engine
      const chosen = [...new FormData(form)].filter(([name, value]) => name !== 'q' && value)
      const text = input.value.trim()
      const isEmpty = text === '' && chosen.length === 0
      const sort = text === '' ? { date: 'desc' } : undefined
      const options = { filters: Object.fromEntries(chosen), ...(sort && { sort }) }
      const found = isEmpty ? { results: [] } : await loaded.debouncedSearch(text || null, options, 150)
      if (found === null || question !== asked) return
      const count = found.results.length
      said.textContent = isEmpty ? '' : count ? `${count} ${words.some}` : words.none
      list.replaceChildren()
      more.hidden = true
      remember()
      await show(found.results)
    } catch (error) {
      engine = undefined
      said.textContent = words.failed
      console.error(error)
    }
  }

  box.replaceChildren(form, said, list, more)
  form.oninput = search
  form.onsubmit = (event) => event.preventDefault()
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  if (location.search) search()
  else input.focus()
}
