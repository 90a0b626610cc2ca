import { readFileSync } from 'node:fs'

export type Door = { path: string; kind: 'page' | 'route' }

/** Every page and route that the build knows, so that a door nobody thought of fails the test of permissions. */
export function builtDoors(): Door[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(manifest)
    .filter(([file]) => file.endsWith('/page') || file.endsWith('/route'))
    .map(([file, path]) => ({ path, kind: file.endsWith('/page') ? ('page' as const) : ('route' as const) }))
    .filter((door) => !['/_not-found', '/_global-error', '/icon.svg'].includes(door.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Every server action of the build, with the page it is bound to. */
export function builtActions(): { id: string; page: string }[] {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown> }>
  }
  return Object.entries(manifest.node).map(([id, action]) => ({
    id,
    page: (Object.keys(action.workers)[0] ?? '').replace(/^app|\/page$/g, ''),
  }))
}
