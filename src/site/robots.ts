import { urlOf } from './addresses'
import type { SitePlan } from './plan'

/**
 * Crawlers that gather texts to train language models, or for machines that answer in a writer's place, as their
 * makers name them to robots.txt (after https://github.com/ai-robots-txt/ai.robots.txt, November 2026). Those of
 * search engines are not among them, nor what fetches a page because a person asked for it.
 */
const aiCrawlers = [
  'AI2Bot', 'Ai2Bot-Dolma', 'Amazonbot', 'anthropic-ai', 'Applebot-Extended', 'bedrockbot', 'Brightbot',
  'Bytespider', 'CCBot', 'ChatGLM-Spider', 'ClaudeBot', 'Claude-Web', 'cohere-ai', 'cohere-training-data-crawler',
  'Cotoyogi', 'Crawlspace', 'DeepSeekBot', 'Diffbot', 'FacebookBot', 'FriendlyCrawler', 'Google-CloudVertexBot',
  'Google-Extended', 'GPTBot', 'ICC-Crawler', 'ImagesiftBot', 'img2dataset', 'Kangaroo Bot',
  'laion-huggingface-processor', 'LAIONDownloader', 'meta-externalagent', 'OAI-SearchBot', 'omgili', 'omgilibot',
  'PanguBot', 'PerplexityBot', 'SBIntuitionsBot', 'Timpibot', 'VelenPublicWebCrawler', 'Webzio-Extended',
  'YouBot',
] // biome-ignore format: a list reads better in few lines

/** Who may read the site, and where its sitemap is when there is one. */
export function robots(plan: SitePlan): string {
  const map = urlOf(plan.address, '/sitemap.xml')
  const names = aiCrawlers.map((name) => `User-agent: ${name}\n`).join('')
  const denied = plan.settings.aiCrawlers === 'deny' ? `${names}Disallow: /\n\n` : ''
  return `${denied}User-agent: *\nDisallow:\n${map === null ? '' : `\nSitemap: ${map}\n`}`
}

/** Whom to tell of a hole (RFC 9116), until the end of a day; null unless the settings say both. */
export function securityText({ settings, address }: SitePlan): string | null {
  const { securityContact, securityExpires } = settings
  if (securityContact === '' || securityExpires === '') return null
  const canonical = urlOf(address, '/.well-known/security.txt')
  return [
    `Contact: ${securityContact}`,
    `Expires: ${securityExpires}T23:59:59Z`,
    `Preferred-Languages: ${settings.language}`,
    ...(canonical === null ? [] : [`Canonical: ${canonical}`]),
    '',
  ].join('\n')
}
