import { hrefOf } from './addresses'
import type { PageMaker } from './pages'
import type { SitePlan } from './plan'
import { prepareTemplates, type Templates } from './templates'
import type { Theme } from './theme'
import type { Patience } from './themes/patience'

/** The layouts of themes as they were prepared last: reading them takes longer than a page. */
const prepared = new WeakMap<Theme, { readonly basePath: string; readonly templates: Templates }>()

function templatesOf(plan: SitePlan, theme: Theme, patience?: Patience): Templates {
  const { basePath } = plan.address
  const known = prepared.get(theme)
  if (known?.basePath === basePath) return known.templates
  const assetHref = (name: string) => {
    const asset = theme.assets.get(name)
    return asset && hrefOf(plan.address, asset.path)
  }
  const templates = prepareTemplates(theme, assetHref, patience)
  prepared.set(theme, { basePath, templates })
  return templates
}

/** Ready to make the pages of a plan with a theme, whose assets stand on the site. */
export function makerOf(plan: SitePlan, theme: Theme, patience?: Patience): PageMaker {
  return { plan, theme, templates: templatesOf(plan, theme, patience) }
}
