import { slugify } from '../../../document'

/** Whether a program gave a file its name, which says nothing then. */
export function isGivenName(name: string): boolean {
  const base = name.replace(/\.[^.]*$/, '')
  return /^(?:image|img|screenshot|screen shot|bildschirmfoto|capture d’écran|pasted|clipboard|untitled|dsc|dscn|pxl|photo)?[-_ .\d:at]*$/i.test(
    base,
  )
}

/** What a picture is called in the library: as its file, or after its post where that name says nothing. */
export function pictureName(name: string, type: string, title: string): string {
  if (!isGivenName(name)) return name
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? `.${type.replace(/^image\/|\+.*$/g, '') || 'png'}`
  return `${title.trim() === '' ? 'image' : slugify(title)}${ending.toLowerCase()}`
}
