import { z } from 'zod'
import { limits, megabytes } from './limits'
import { rule } from './said'

const encoder = new TextEncoder()

function fits(text: string): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8: most texts need not be encoded to know.
  return text.length * 3 <= limits.textBytes || encoder.encode(text).byteLength <= limits.textBytes
}

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')
const unstorable = rule('storable')

/** A text that is shown: a prompt's turn, an output, a reference. */
export const shownText = z
  .string()
  .refine((text) => text.trim() !== '', rule('notEmpty'))
  .refine(storable, unstorable)
  .refine(fits, rule('textAtMost', { size: megabytes(limits.textBytes) }))

/** An id of the bundle's own. */
export const bundleId = z
  .string()
  .min(1)
  .max(200)
  .refine(storable, unstorable)
  .refine((id) => id === id.trim(), rule('trimmedId'))

export const shortText = z.string().min(1).max(2000).refine(storable, unstorable)

export const abilityPath = z
  .string()
  .max(200)
  .refine(storable, unstorable)
  .refine((path) => path.split('/').every((part) => part !== '' && part === part.trim()), rule('abilityPath'))

export const languageTag = z
  .string()
  .max(35)
  .refine(isLanguageTag, rule('languageTag'))
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const mediaReference = z.object({ kind: z.enum(['image', 'video', 'audio']), file: shortText })
