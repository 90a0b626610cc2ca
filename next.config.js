import createNextIntlPlugin from 'next-intl/plugin'

/** What holds for every answer, errors and static files too; the script policy with its nonce is set in proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), interest-cohort=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** For answers that are no pages: whatever a browser is talked into making of them, nothing in them runs or loads. */
const inert = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  },
]

/** @type {import('next').NextConfig} */
const config = {
  ...(process.env.STANDALONE ? { output: 'standalone' } : {}),
  turbopack: { root: import.meta.dirname },
  // `npm run check` and CI look at types, tests included; a first start does not wait for that.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  productionBrowserSourceMaps: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pino',
    'pg-boss',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/api/:path*', headers: inert },
    { source: '/_next/static/:path*', headers: inert },
    { source: '/icon.svg', headers: inert },
  ],
}

export default createNextIntlPlugin('./lib/server/i18n.ts')(config)
