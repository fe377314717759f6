import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that nothing may ever ask for anything. */
export interface Canary {
  readonly url: string
  /** The paths that were asked for. */
  readonly hits: readonly string[]
  close(): Promise<void>
}

export async function startCanary(): Promise<Canary> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('canary')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/**
 * A post that tries, in every way known to us, to run a script, to load something from `canary`, or to
 * leave the page. What runs sets `pwned` on its window and on those above it.
 */
export function hostilePost(canary: string): string {
  const run = 'for(const w of [window,parent,top])w.pwned=1'
  const js = `javascript:${run}`
  return [
    `<script>${run}</script>`,
    `<script src="${canary}/script"></script>`,
    `<img src=x onerror="${run}">`,
    `<IMG SRC=x OnErRoR="${run}">`,
    `<img src="${canary}/image">`,
    `![outside](${canary}/markdown-image)`,
    `<svg onload="${run}"><script>${run}</script><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
    `<svg><foreignObject><img src=x onerror="${run}"></foreignObject></svg>`,
    `<svg><use href="${canary}/use#x"/></svg>`,
    `<math><maction actiontype="statusline" xlink:href="${js}">m</maction></math>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math>`,
    `<iframe src="${canary}/frame"></iframe>`,
    `<iframe srcdoc="<script>${run}</script>"></iframe>`,
    `<object data="${canary}/object"></object><embed src="${canary}/embed">`,
    `<video src="${canary}/video" poster="${canary}/poster" onerror="${run}"></video><audio src="${canary}/audio"></audio>`,
    `<video><source src="${canary}/source" onerror="${run}"></video>`,
    `<link rel="stylesheet" href="${canary}/link"><link rel="prefetch" href="${canary}/prefetch">`,
    `<style>@import url(${canary}/import); body { background: url(${canary}/background) }</style>`,
    `<p style="background-image: url(${canary}/inline)">styled</p>`,
    `<meta http-equiv="refresh" content="0;url=${canary}/refresh"><base href="${canary}/base/">`,
    `<form action="${canary}/form"><button formaction="${js}" autofocus onfocus="${run}">send</button></form>`,
    `<input autofocus onfocus="${run}"><details open ontoggle="${run}">open</details><body onload="${run}">`,
    `<marquee onstart="${run}">m</marquee><div onpointerenter="${run}" style="position:fixed;inset:0">over</div>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
    `<template><script>${run}</script></template><!--><script>${run}</script>-->`,
    `<a href="${js}">one</a> <a href=" &#106;avascript:${run}">two</a> <a href="java&Tab;script:${run}">three</a>`,
    `[four](${js.replaceAll(' ', '%20')}) [five](<java\tscript:${run}>) [six](data:text/html,<script>1</script>)`,
    `[seven](vbscript:x) ![eight](${js.replaceAll(' ', '%20')}) <${js.replaceAll(' ', '%20')}>`,
    `<x-custom onclick="${run}" is="x">custom</x-custom><button onclick="${run}">press</button>`,
    `\`\`\`"><script>${run}</script>\n<script>${run}</script>\n\`\`\``,
    `$\\href{${js.replaceAll(' ', '')}}{x}$ $\\includegraphics{${canary}/math}$ $\\htmlData{x=1}{y}$`,
    `[^"><script>${run}</script>]: note`,
    `# <img src=x onerror="${run}"> heading {onclick="${run}"}`,
    '<!--longhand:content-->',
  ].join('\n\n')
}
