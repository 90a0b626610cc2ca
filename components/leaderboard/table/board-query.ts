/** What a reader has chosen on a board; all of it lives in the address, so that a view can be sent to somebody. */
export type BoardQuery = {
  view: 'abilities' | 'criteria'
  layout: 'table' | 'cards'
  sort: string
  descending: boolean
  type: string
  organization: string
  access: string
  license: string
  size: string
  text: string
  lang: string
}

export type SearchParams = Record<string, string | string[] | undefined>

export const unfiltered: BoardQuery = {
  view: 'abilities',
  layout: 'table',
  sort: 'total',
  descending: true,
  type: '',
  organization: '',
  access: '',
  license: '',
  size: '',
  text: '',
  lang: '',
}

/** Reads the address; what it does not know counts as not said. */
export function boardQueryOf(params: SearchParams): BoardQuery {
  const said = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? ''
  }
  return {
    view: said('view') === 'criteria' ? 'criteria' : 'abilities',
    layout: said('layout') === 'cards' ? 'cards' : 'table',
    sort: said('sort') || 'total',
    descending: said('order') !== 'ascending',
    type: said('type'),
    organization: said('organization'),
    access: said('access'),
    license: said('license'),
    size: said('size'),
    text: said('q'),
    lang: said('lang'),
  }
}

/** The address of the same board with some choices changed; what is as by default is left out. */
export function boardHref(path: string, query: BoardQuery, changes: Partial<BoardQuery> = {}): string {
  const next = { ...query, ...changes }
  const search = new URLSearchParams()
  const say = (name: string, value: string, usual = '') => value !== usual && search.set(name, value)
  say('view', next.view, 'abilities')
  say('layout', next.layout, 'table')
  say('sort', next.sort, 'total')
  say('order', next.descending ? 'descending' : 'ascending', 'descending')
  say('type', next.type)
  say('organization', next.organization)
  say('access', next.access)
  say('license', next.license)
  say('size', next.size)
  say('q', next.text)
  say('lang', next.lang)
  return search.size > 0 ? `${path}?${search}` : path
}

/** A click on a column sorts by it, best first; a second click turns it round. */
export function sortedBy(query: BoardQuery, column: string): Partial<BoardQuery> {
  return { sort: column, descending: query.sort === column ? !query.descending : true }
}
