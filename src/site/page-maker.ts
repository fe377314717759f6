import { hrefOf } from './addresses'
import type { PageMaker } from './pages'
import type { SitePlan } from './plan'
import { prepareTemplates } from './templates'
import type { Theme } from './theme'

/** Ready to make the pages of a plan with a theme, whose assets stand on the site. */
export function makerOf(plan: SitePlan, theme: Theme): PageMaker {
  const assetHref = (name: string) => {
    const asset = theme.assets.get(name)
    return asset && hrefOf(plan.address, asset.path)
  }
  return { plan, theme, templates: prepareTemplates(theme, assetHref) }
}
