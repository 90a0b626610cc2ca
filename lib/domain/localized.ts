import { z } from 'zod'
import { rule } from '@/lib/domain/bundle/said'

export { inLocale, locales, type Locale } from './in-locale'

/** A text that a study brings itself, in one or both languages; a bare string stands for both. */
export const localized = z.union([
  z.string().min(1),
  z
    .object({ zh: z.string().min(1).optional(), en: z.string().min(1).optional() })
    .refine((text) => text.zh ?? text.en, rule('localized')),
])
export type Localized = z.infer<typeof localized>
