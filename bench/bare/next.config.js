import path from 'node:path'

/** The bare route of the benchmark: an app of its own, so that nothing of it is in the product. */
export default {
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg'],
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
}
