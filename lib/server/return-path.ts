import { ownPath } from '@/lib/domain/own-path'
import { siteUrl } from '@/lib/env'

/** Where to go after signing in: the page that asked for it if it is ours, else home. */
export const returnPath = (next: unknown): string => ownPath(next, siteUrl) ?? '/'
