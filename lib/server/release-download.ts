type ReleaseDownload = { body: string; type: 'text/csv' | 'application/json'; name: string }

/**
 * A file of a release to keep. Releases never change, so anyone may cache one; the type is fixed and the name is ours, so
 * nothing in it can run in a browser.
 */
export function releaseDownload({ body, type, name }: ReleaseDownload): Response {
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
