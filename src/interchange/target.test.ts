import { describe, expect, it } from 'vitest'
import { readTarget } from './target'

describe('readTarget', () => {
  it.each([
    ['b.md#part', { kind: 'path', path: 'b.md', fragment: '#part' }],
    ['./a%20b.png?raw=true', { kind: 'path', path: './a b.png', fragment: '' }],
    ['a&amp;b.png', { kind: 'path', path: 'a&b.png', fragment: '' }],
    ['{{ site.baseurl }}/img/a.png', { kind: 'path', path: '/img/a.png', fragment: '' }],
    ['{{ site.url }}{{ site.baseurl }}/img/a.png', { kind: 'path', path: '/img/a.png', fragment: '' }],
    ['{{ "/img/a.png" | relative_url }}', { kind: 'path', path: '/img/a.png', fragment: '' }],
    ['{{ site.baseurl }}{% post_url 2024-01-01-b %}', { kind: 'name', name: '2024-01-01-b', fragment: '' }],
    [
      '{% link _posts/2024-01-01-b.md %}#x',
      { kind: 'path', path: '/_posts/2024-01-01-b.md', fragment: '#x' },
    ],
    ['{{< relref "b.md#x" >}}', { kind: 'name', name: 'b.md', fragment: '#x' }],
    ['{{% ref "/posts/b" %}}', { kind: 'name', name: '/posts/b', fragment: '' }],
    ['@/posts/b.md', { kind: 'path', path: '/posts/b.md', fragment: '' }],
    ['https://example.org/b#x', { kind: 'url', url: 'https://example.org/b', fragment: '#x' }],
    ['#here', { kind: 'none' }],
    ['mailto:a@example.org', { kind: 'none' }],
    ['javascript:alert(1)', { kind: 'none' }],
    ['data:image/png;base64,AAAA', { kind: 'none' }],
    ['{{ page.cover }}', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['bad%ZZescape.md', { kind: 'path', path: 'bad%ZZescape.md', fragment: '' }],
    ['nul%00.md', { kind: 'none' }],
  ])('takes %j apart', (written, expected) => {
    expect(readTarget(written)).toEqual(expected)
  })
})
