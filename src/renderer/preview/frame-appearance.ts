/** What each rule said before it was told otherwise. */
const originals = new WeakMap<CSSMediaRule, string>()

/**
 * Shows the frame's page light or dark whatever the system says. On the site a theme's script puts the reader's
 * choice on the root (`data-scheme`); no script runs in the frame, so it is put there. A theme without such a
 * choice asks the system by `prefers-color-scheme`, and no page can answer that for a frame, so its questions
 * are answered in its style sheets. `system` gives the questions back.
 */
export function setFrameAppearance(document: Document, appearance: 'system' | 'light' | 'dark'): void {
  const root = document.documentElement
  root.style.colorScheme = appearance === 'system' ? '' : appearance
  if (appearance === 'system') root.removeAttribute('data-scheme')
  else root.setAttribute('data-scheme', appearance)
  for (const sheet of document.styleSheets) answerRules(sheet.cssRules, appearance)
}

function answerRules(rules: CSSRuleList, appearance: 'system' | 'light' | 'dark'): void {
  for (const rule of rules) {
    if (!('cssRules' in rule)) continue
    if ('media' in rule) answer(rule as CSSMediaRule, appearance)
    answerRules(rule.cssRules as CSSRuleList, appearance)
  }
}

function answer(rule: CSSMediaRule, appearance: 'system' | 'light' | 'dark'): void {
  const original = originals.get(rule) ?? rule.media.mediaText
  if (!original.includes('prefers-color-scheme')) return
  originals.set(rule, original)
  rule.media.mediaText = answerQuery(original, appearance)
}

/** The media query with its questions for the colour scheme answered: by what is always true, or never. */
export function answerQuery(query: string, appearance: 'system' | 'light' | 'dark'): string {
  if (appearance === 'system') return query
  return query.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_, asked: string) =>
    asked === appearance ? '(min-width: 0px)' : '(max-width: 0px)',
  )
}
