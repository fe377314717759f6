import { describe, expect, it } from 'vitest'
import { replaceTemplateTags } from './template-tags'

describe('replaceTemplateTags', () => {
  it('writes Jekyll’s and Hugo’s highlight as fenced code', () => {
    expect(replaceTemplateTags('{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n').source).toBe(
      '```ruby\nputs 1\n```\n',
    )
    expect(
      replaceTemplateTags('{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}\n').source,
    ).toBe('```go\nx := 1\n```\n')
  })

  it('makes the fence longer than any in the code', () => {
    expect(replaceTemplateTags('{% highlight md %}\n```\n{% endhighlight %}').source).toBe(
      '````md\n```\n````',
    )
  })

  it('drops raw marks, with the line that they have to themselves', () => {
    expect(replaceTemplateTags('a {% raw %}{{ x }}{% endraw %} b').source).toBe('a {{ x }} b')
    expect(replaceTemplateTags('```\n{% raw %}\n{{ x }}\n{% endraw %}\n```').source).toBe('```\n{{ x }}\n```')
  })

  it('names a tag that it can’t read, but none in code', () => {
    expect(replaceTemplateTags('Text {% include video.html %}').unknown).toBe('{% include video.html %}')
    expect(replaceTemplateTags('{{< youtube abc >}}').unknown).toBe('{{< youtube abc >}}')
    const code = '`{% include a %}`\n\n```\n{% include b %}\n```\n\n    {% include c %}\n'
    expect(replaceTemplateTags(code)).toEqual({ source: code, unknown: undefined })
    expect(replaceTemplateTags('[a]({% post_url b %}) [c]({{< ref "d" >}})').unknown).toBeUndefined()
  })

  it('stays quick on tags that never end', () => {
    const start = performance.now()
    const source = '{% highlight x %}\n'.repeat(10_000)
    expect(replaceTemplateTags(source).source).toBe(source)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
