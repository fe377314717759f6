import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideNavigation,
  isAllowedRequest,
  isOutsideAddress,
  isOwnAddress,
  isOwnFile,
  openOutside,
} from './links'

const dangerous = [
  '',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '\u0000javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://longhand/1',
  'file:///etc/passwd',
  'file://server/share/run.exe',
  '\\\\server\\share',
  'smb://server/share',
  'ms-msdt:/id',
  'vbscript:x',
  'view-source:https://example.org',
  'chrome://settings',
  'devtools://devtools',
  'ftp://example.org/',
  'app://evil/',
  'app://longhand.evil/',
  'app://user@longhand/',
  'https://user:password@example.org/',
  '/preview/x',
  '//example.org',
]

describe('an address', () => {
  it.each(dangerous)('%j is not opened outside', async (address) => {
    const opened: string[] = []
    expect(await openOutside(address, async (url) => void opened.push(url))).toBe(false)
    expect(opened).toEqual([])
  })

  it.each([
    'https://example.org/a?b#c',
    'http://127.0.0.1:8080/',
    'mailto:someone@example.org?subject=Hello',
    'HTTPS://EXAMPLE.ORG',
  ])('%j is opened outside, as it was parsed', async (address) => {
    const opened: string[] = []
    expect(await openOutside(address, async (url) => void opened.push(url))).toBe(true)
    expect(opened).toEqual([new URL(address).href])
  })

  it('is ours only with our scheme and our host', () => {
    expect(isOwnAddress('app://longhand/')).toBe(true)
    expect(isOwnAddress('app://longhand/preview/1')).toBe(true)
    for (const address of dangerous) expect(isOwnAddress(address)).toBe(false)
  })
})

describe('a download', () => {
  it('is only what the page itself made', () => {
    expect(isOwnFile('blob:app://longhand/2f0c9a3e-6c55-4f7e-9d38-0d6f1a6f2f11')).toBe(true)
    expect(isOwnFile('blob:https://evil.example/2f0c9a3e')).toBe(false)
    expect(isOwnFile('blob:app://longhand.evil/x')).toBe(false)
  })
})

describe('a navigation', () => {
  it.each([...dangerous, 'app://longhand/', 'app://longhand/preview/1', 'https://example.org/'])(
    'of the window to %j is refused',
    (address) => expect(decideNavigation(address, true)).toBe('refuse'),
  )

  it.each(dangerous)('of a frame to %j is refused', (address) => {
    expect(decideNavigation(address, false)).toBe('refuse')
  })

  it('of a frame reaches a preview, and the web outside', () => {
    expect(decideNavigation('app://longhand/preview/1', false)).toBe('allow')
    expect(decideNavigation('app://longhand/site/tags/?3', false)).toBe('allow')
    expect(decideNavigation('app://longhand/look/column/', false)).toBe('allow')
    expect(decideNavigation('app://longhand/look/../', false)).toBe('refuse')
    expect(decideNavigation('app://longhand/drawing.html', false)).toBe('allow')
    expect(decideNavigation('app://longhand/drawing.html/x', false)).toBe('refuse')
    expect(decideNavigation('app://longhand/', false)).toBe('refuse')
    expect(decideNavigation('app://longhand/preview/../index.html', false)).toBe('refuse')
    expect(decideNavigation('https://example.org/', false)).toBe('outside')
  })

  it('never goes where neither we nor the browser are, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `app://${text}`),
        ),
        (address) => {
          const decision = decideNavigation(address, false)
          if (decision === 'allow') expect(isOwnAddress(address)).toBe(true)
          if (decision === 'outside') expect(isOutsideAddress(address)).toBe(true)
        },
      ),
    )
  })
})

describe('a request', () => {
  it.each([
    ['app://longhand/assets/index.js', 'script', true],
    ['https://example.org/a.png', 'image', true],
    ['https://example.org/a.js', 'script', false],
    ['https://example.org/', 'xhr', false],
    ['http://example.org/a.png', 'image', false],
    ['ws://127.0.0.1/', 'webSocket', false],
    ['file:///etc/passwd', 'image', false],
  ])('for %s as %s is let out: %s', (address, type, allowed) => {
    expect(isAllowedRequest(address, type)).toBe(allowed)
  })
})
