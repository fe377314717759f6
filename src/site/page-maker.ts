import { hrefOf } from './addresses'
import type { PageMaker } from './pages'
import type { SitePlan } from './plan'
import { prepareTemplates, type Templates } from './templates'
import type { Theme } from './theme'

/** The layouts of themes as they were prepared last: reading them takes longer than a page. */
const prepared = new WeakMap<Theme, { readonly basePath: string; readonly templates: Templates }>()

function templatesOf(plan: SitePlan, theme: Theme): Templates {
  const { basePath } = plan.address
  const known = prepared.get(theme)
  if (known?.basePath === basePath) return known.templates
  const templates = prepareTemplates(theme, (name) => {
    const asset = theme.assets.get(name)
    return asset && hrefOf(plan.address, asset.path)
  })
  prepared.set(theme, { basePath, templates })
  return templates
}

/** Ready to make the pages of a plan with a theme, whose assets stand on the site. */
export function makerOf(plan: SitePlan, theme: Theme): PageMaker {
  return { plan, theme, templates: templatesOf(plan, theme) }
}
